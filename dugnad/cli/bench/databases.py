"""Databases for a benchmark alone: made for it, dropped after it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

ADMIN = os.environ.get("DUGNAD_TEST_POSTGRES") or "postgres://postgres@127.0.0.1:5432/postgres"

Env = dict[str, str]


@contextmanager
def temporary(vendor: str) -> Iterator[Env]:
    """The environment of processes that use a new, empty, migrated database of this vendor."""
    with tempfile.TemporaryDirectory(prefix="dugnad-bench-") as home:
        env = os.environ | {"DUGNAD_HOME": home, "DUGNAD_SECRET_KEY": uuid4().hex * 2, "DUGNAD_PLAIN_HTTP": "1", "DJANGO_SETTINGS_MODULE": "dugnad.settings"}
        if vendor == "sqlite":
            yield _migrated(env | {"DUGNAD_DATABASE_URL": f"sqlite:///{Path(home) / 'bench.sqlite3'}"})
        else:
            with _postgres() as url:
                yield _migrated(env | {"DUGNAD_DATABASE_URL": url})


@contextmanager
def _postgres() -> Iterator[str]:
    name = f"dugnad_bench_{uuid4().hex[:8]}"
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlsplit(ADMIN)._replace(path=f"/{name}").geturl()
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _migrated(env: Env) -> Env:
    subprocess.run([sys.executable, "-m", "dugnad", "migrate", "--quiet"], env=env, check=True)
    return env

"""Databases for a benchmark alone: dropped after it, unless they are to be kept."""

import os
import shutil
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
def temporary(vendor: str, like: Env | None = None) -> Iterator[Env]:
    """The environment of processes that use a new, empty, migrated database of this vendor; or a copy of another that nobody uses just now."""
    with tempfile.TemporaryDirectory(prefix="dugnad-bench-") as home:
        name = f"dugnad_bench_{uuid4().hex[:8]}"
        try:
            if like:
                _copied(like, Path(home), name)
            env = _environment(vendor, Path(home), name)
            yield env if like else _migrated(env)
        finally:
            if vendor == "postgresql":
                with psycopg.connect(ADMIN, autocommit=True) as admin:
                    admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def kept(vendor: str, name: str, folder: Path) -> Iterator[Env]:
    """The same for one that stays: in the folder, or on the server under a name that begins with dugnad_bench_kept."""
    home = folder.resolve() / f"{vendor}-{name}"
    home.mkdir(parents=True, exist_ok=True)
    yield _migrated(_environment(vendor, home, f"dugnad_bench_kept_{name}"))


def _environment(vendor: str, home: Path, name: str) -> Env:
    url = f"sqlite:///{home / 'bench.sqlite3'}" if vendor == "sqlite" else _postgres(name)
    of_its_own = {"DUGNAD_HOME": str(home), "DUGNAD_SECRET_KEY": uuid4().hex * 2, "DUGNAD_PLAIN_HTTP": "1", "DUGNAD_DATABASE_URL": url}
    return os.environ | of_its_own | {"DJANGO_SETTINGS_MODULE": "dugnad.settings"}


def _copied(like: Env, home: Path, name: str) -> None:
    url = urlsplit(like["DUGNAD_DATABASE_URL"])
    if url.scheme == "sqlite":
        shutil.copy(url.path, home / Path(url.path).name)
        return
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(url.path.strip("/"))))


def _postgres(name: str) -> str:
    """The address of a database of the server, made if it is not there."""
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return urlsplit(ADMIN)._replace(path=f"/{name}").geturl()


def _migrated(env: Env) -> Env:
    subprocess.run([sys.executable, "-m", "dugnad", "migrate", "--quiet"], env=env, check=True)
    return env

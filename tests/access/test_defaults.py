"""Secure by default: asked in a fresh process in which nothing but the key is set."""

import json
import os
import subprocess
import sys

SHOWN = [
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "DEBUG",
    "X_FRAME_OPTIONS",
    "SECURE_CONTENT_TYPE_NOSNIFF",
]
ASK = f"import json; from django.conf import settings as s; print(json.dumps({{n: getattr(s, n) for n in {SHOWN!r}}} | {{'cache': s.CACHES['default']['BACKEND']}}))"


def ask(tmp_path, **environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DUGNAD_")}
    clean |= {"DUGNAD_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "dugnad.settings"} | environment
    return subprocess.run([sys.executable, "-c", ASK], env=clean, capture_output=True, text=True, timeout=60)


def test_without_any_setting_but_the_key_every_lock_is_shut(tmp_path):
    said = json.loads(ask(tmp_path, DUGNAD_SECRET_KEY="k" * 60).stdout)
    assert not said["DEBUG"] and said["SECURE_SSL_REDIRECT"] and said["SECURE_HSTS_SECONDS"] >= 31_536_000 and said["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert said["SESSION_COOKIE_SECURE"] and said["CSRF_COOKIE_SECURE"] and said["SESSION_COOKIE_HTTPONLY"]
    assert said["X_FRAME_OPTIONS"] == "DENY" and said["SECURE_CONTENT_TYPE_NOSNIFF"]


def test_limits_are_counted_in_a_cache_that_all_workers_share(tmp_path):
    assert "locmem" not in json.loads(ask(tmp_path, DUGNAD_SECRET_KEY="k" * 60).stdout)["cache"]


def test_without_a_key_it_does_not_start_and_says_what_to_do(tmp_path):
    said = ask(tmp_path)
    assert said.returncode != 0 and "DUGNAD_SECRET_KEY" in said.stderr


def test_while_developing_plain_http_is_open(tmp_path):
    said = json.loads(ask(tmp_path, DUGNAD_SECRET_KEY="k" * 60, DUGNAD_DEBUG="1").stdout)
    assert said["DEBUG"] and not said["SECURE_SSL_REDIRECT"] and not said["SESSION_COOKIE_SECURE"]

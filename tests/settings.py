"""The tests' settings: the product's own, with quick passwords and everything in a folder that is thrown away."""

import os
import tempfile

os.environ["DUGNAD_HOME"] = os.environ.get("DUGNAD_TEST_HOME") or tempfile.mkdtemp(prefix="dugnad-test-")
os.environ["DUGNAD_SECRET_KEY"] = "only-for-tests-" + "x" * 50
os.environ["DUGNAD_PLAIN_HTTP"] = "1"
POSTGRES = os.environ.get("DUGNAD_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
if os.environ.get("DUGNAD_TEST_DATABASE") == "postgres":
    os.environ["DUGNAD_DATABASE_URL"] = POSTGRES
else:
    os.environ.pop("DUGNAD_DATABASE_URL", None)

from dugnad.settings import *  # noqa: E402, F403
from dugnad.settings import DATABASES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name} for name in ("default", "pictures", "prints")}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
DATABASES["default"]["CONN_MAX_AGE"] = 0
DATABASES["default"]["TEST"] = {"NAME": f"test_dugnad_{os.getpid()}"} if "DUGNAD_DATABASE_URL" in os.environ else {}
WHITENOISE_AUTOREFRESH = True

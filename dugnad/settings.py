"""One settings file, read from the environment; it fails loudly. Each setting is explained in docs/settings.md."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

PACKAGE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("DUGNAD_HOME", "var")).resolve()
DEMO = (HOME / "demo.json").exists()
DEBUG = os.environ.get("DUGNAD_DEBUG", "") == "1"
PLAIN_HTTP = DEBUG or DEMO or os.environ.get("DUGNAD_PLAIN_HTTP", "") == "1"


def _secret_key() -> str:
    """From the environment; only the demo keeps one that it made itself. A command that serves nobody signs nothing."""
    if key := os.environ.get("DUGNAD_SECRET_KEY"):
        return key
    if DEMO and (HOME / "secret-key").exists():
        return (HOME / "secret-key").read_text().strip()
    if os.environ.get("DUGNAD_SERVES_NOBODY") == "1":
        return secrets.token_urlsafe(60)
    raise ImproperlyConfigured("Set DUGNAD_SECRET_KEY to a long random text (see docs/settings.md), or run: dugnad demo")


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = [h for h in os.environ.get("DUGNAD_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
SITE = os.environ.get("DUGNAD_SITE") or f"{'http' if PLAIN_HTTP else 'https'}://{ALLOWED_HOSTS[0]}"  # for links in mails
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host not in ("*", "localhost")]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "dugnad.core",
    "dugnad.web",
    "dugnad.network",
    "dugnad.access",
    "dugnad.figures",
    "dugnad.documents",
    "dugnad.criteria",
    "dugnad.activities",
    "dugnad.directory",
    "dugnad.review",
    "dugnad.needs",
    "dugnad.ideas",
    "dugnad.seasons",
    "dugnad.certificates",
    "dugnad.label",
    "dugnad.reports",
    "dugnad.recognition",
    "dugnad.showcase",
    "dugnad.explorer",
    "dugnad.desk",
    "dugnad.api",
    "dugnad.cli",
    "allauth",
    "allauth.account",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dugnad.web.middleware.SecurityHeaders",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dugnad.core.middleware.SteadyPages",
    "dugnad.web.middleware.NoRoom",
    "dugnad.access.middleware.ActorMiddleware",
]

ROOT_URLCONF = "dugnad.urls"
WSGI_APPLICATION = "dugnad.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "dugnad.access.context.actor",
            ],
        },
    }
]
FORM_RENDERER = "dugnad.web.forms.Renderer"

try:
    _database = dj_database_url.parse(
        os.environ.get("DUGNAD_DATABASE_URL") or f"sqlite:///{HOME / 'dugnad.sqlite3'}", conn_max_age=600, conn_health_checks=True
    )
except (ValueError, dj_database_url.UnknownSchemeError):
    raise ImproperlyConfigured("DUGNAD_DATABASE_URL is no address of a database; write it like postgres://user:password@host:5432/name.") from None
DATABASES = {"default": _database}
SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if SQLITE:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;",
    }

REVIEWED_TWICE = int(os.environ.get("DUGNAD_REVIEWED_TWICE", "20"))  # per cent of all reviews, by two people who do not see each other's

AUTH_USER_MODEL = "network.Person"
AUTHENTICATION_BACKENDS = ["dugnad.access.backend.SignIn"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "dugnad.access.adapter.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
LOGIN_REDIRECT_URL = "/desk/"
LOGIN_URL = "account_login"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("nb", "Norsk bokmål"), ("fr", "Français")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = HOME / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "dugnad.web.storage.Storage"},
}
WHITENOISE_MAX_AGE = 3600
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_HANDLERS = [
    "dugnad.web.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

EMAIL_CONFIG = urlsplit(os.environ.get("DUGNAD_EMAIL_URL", ""))  # smtp://user:password@host:port
if EMAIL_CONFIG.scheme.startswith("smtp"):
    EMAIL_HOST, EMAIL_PORT = EMAIL_CONFIG.hostname or "localhost", EMAIL_CONFIG.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL_CONFIG.username or "", EMAIL_CONFIG.password or ""
    EMAIL_USE_TLS = EMAIL_CONFIG.scheme == "smtp+tls"
    EMAIL_USE_SSL = EMAIL_CONFIG.scheme == "smtps"
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("DUGNAD_FROM", "Dugnad <dugnad@localhost>")

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": HOME / "cache"},
    "pictures": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 500}},
    "prints": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": HOME / "cache" / "prints", "OPTIONS": {"MAX_ENTRIES": 2000}},
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

CSRF_FAILURE_VIEW = "dugnad.web.errors.forbidden"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if not PLAIN_HTTP:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": os.environ.get("DUGNAD_LOG", "WARNING")},
}

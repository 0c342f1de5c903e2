"""Settings of the server. Everything that differs between two places comes from the environment (place.py)."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from sync.kabupaten import database, place

BASE_DIR = Path(__file__).parent
_FOLDER = place.folder()

SECRET_KEY = place.secret(_FOLDER) if _FOLDER else secrets.token_urlsafe(50)
DEBUG = False
# No page or message is built from the Host header, and forms are tied to the browser by CSRF cookies.
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "sync.kabupaten.apps.Kabupaten",
]
MIDDLEWARE = [
    "sync.kabupaten.headers.PageHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "sync.kabupaten.urls"
WSGI_APPLICATION = "sync.kabupaten.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": ["django.contrib.auth.context_processors.auth"],
            "builtins": ["sync.kabupaten.words"],
        },
    }
]

_URL = os.environ.get(place.DATABASE_VARIABLE, "")
DATABASES = {
    "default": database.from_url(_URL)
    if _URL
    else database.sqlite(_FOLDER / place.DATABASE_FILE if _FOLDER else ":memory:")
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Costs a guesser memory as well as time.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "/masuk"

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/statis/"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

# Behind a proxy with TLS on the same machine the operator of the server sets this, so that cookies never travel in the
# clear; serve.py then believes the proxy's X-Forwarded-For and X-Forwarded-Proto.
_SECURE = os.environ.get("MUSRENBANG_KABUPATEN_HTTPS", "") == "1"
SESSION_COOKIE_SECURE = _SECURE
CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "sync.kabupaten.views_staff.csrf_failure"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "sync.kabupaten.discreet.Discreet", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # 400 and 404 belong to the senders; only what breaks here is worth a line, and none quotes what a village wrote.
    "loggers": {"django.request": {"level": "ERROR"}, "waitress.queue": {"level": "ERROR"}},
}

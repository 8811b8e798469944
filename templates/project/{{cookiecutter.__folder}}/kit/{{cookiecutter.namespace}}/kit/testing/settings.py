"""Settings in which one service is tested alone. A service's `tests/settings.py` imports these and adds its app."""

from {{ cookiecutter.namespace }}.kit import tokens
from {{ cookiecutter.namespace }}.kit.databases import database
from {{ cookiecutter.namespace }}.kit.environment import Environment
from {{ cookiecutter.namespace }}.kit.logs import logging_settings

env = Environment()

SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "{{ cookiecutter.namespace }}.kit.testing.urls"
BASE_APPS = [
    "{{ cookiecutter.namespace }}.kit",  # before the admin, whose pages it styles
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "ninja",
]
INSTALLED_APPS = BASE_APPS  # for kit and the contracts, which are tested with no service at all
MIDDLEWARE = [
    "{{ cookiecutter.namespace }}.kit.middleware.request_id.RequestIdMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.access_log.AccessLogMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.problems.ProblemMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.callers.CallerMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": database(env, default="sqlite:///tests.sqlite3")}
CALLERS = env.dict("CALLERS")
CALLER_NAME = env.str("CALLER_NAME")
CALLER_SECRET = env.str("CALLER_SECRET")
VID_PUBLIC_KEY = tokens.key(env, "VID_PUBLIC_KEY")
VID_SIGNING_KEY = tokens.key(env, "VID_SIGNING_KEY")
VID_TOKEN_DAYS = 30
{% if cookiecutter.example == "yes" %}# A service that is tested alone has nobody to call: its tests put stand-ins there.
VID_URL = PLAYER_URL = "http://nobody.invalid"
{% endif %}LANGUAGES = [("en", "English"), ("ko", "한국어")]
LANGUAGE_CODE = "en"
TIME_ZONE = "Asia/Seoul"
USE_TZ = True
STATIC_URL = "static/"
MEDIA_URL = "media/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
{% if cookiecutter.example == "yes" %}ARCHIVE_MAX_BYTES = 10 * 1024 * 1024
LINK_ORIGIN = ""
{% endif %}LOGGING = logging_settings(level="WARNING", project="tests")

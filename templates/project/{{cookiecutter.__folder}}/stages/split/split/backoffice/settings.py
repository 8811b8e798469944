"""The backoffice's settings: one admin over all services. It imports their models, and opens their databases itself."""
{% if cookiecutter.example == "yes" %}
from pathlib import Path
{% endif %}
from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, HERE, LOG_LEVEL, SECURE, env

ROOT_URLCONF = "split.backoffice.urls"
WSGI_APPLICATION = "split.backoffice.wsgi.application"
INSTALLED_APPS = [
    "{{ cookiecutter.namespace }}.service.backoffice",  # before the admin, whose pages it adds to, as does kit
    *BASE_APPS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
{% if cookiecutter.example == "yes" %}    "{{ cookiecutter.namespace }}.service.vid",
    "{{ cookiecutter.namespace }}.service.player",
    "{{ cookiecutter.namespace }}.service.coupon",
    "{{ cookiecutter.namespace }}.service.notice",
    "{{ cookiecutter.namespace }}.service.link",
    "{{ cookiecutter.namespace }}.service.archive",
    "{{ cookiecutter.namespace }}.service.app",
{% endif %}    "{{ cookiecutter.namespace }}.service.permitter",
    "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}",
]

# Staff prove themselves by a session. Whoever comes with credentials of another kind must still have the right ones.
MIDDLEWARE = [
    *BASE_MIDDLEWARE,
    "permittee.ext.django.middlewares.WeakAuthorizationMiddleware",  # it asks who; no page here is for services
    "{{ cookiecutter.namespace }}.kit.middleware.permitted.PermittedMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
PERMITTEE_SERVICE = "backoffice"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.tz",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Which database the models of an app are in. Apps that are not in here, Django's own, are in `default`.
ROUTER_CONFIG = {
{% if cookiecutter.example == "yes" %}    "link": "{{ cookiecutter.namespace }}.service.link",
    "app": "{{ cookiecutter.namespace }}.service.app",
    "archive": "{{ cookiecutter.namespace }}.service.app",
    "notice": "{{ cookiecutter.namespace }}.service.notice",
    "vid": "{{ cookiecutter.namespace }}.service.vid",
    "coupon": "{{ cookiecutter.namespace }}.service.coupon",
    "player": "{{ cookiecutter.namespace }}.service.player",
{% endif %}    "permitter": "{{ cookiecutter.namespace }}.service.permitter",
    "{{ cookiecutter.first_service }}": "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}",
}
DATABASE_ROUTERS = ["{{ cookiecutter.namespace }}.service.backoffice.router.DatabaseRouter"]
DATABASES = {
    "default": database(env, default=sqlite_url(HERE / "backoffice.sqlite3")),
{% if cookiecutter.example == "yes" %}    "{{ cookiecutter.namespace }}.service.vid": database(env, "VID_DATABASE_URL", default=sqlite_url(HERE / "vid.sqlite3")),
    "{{ cookiecutter.namespace }}.service.player": database(env, "PLAYER_DATABASE_URL", default=sqlite_url(HERE / "player.sqlite3")),
    "{{ cookiecutter.namespace }}.service.coupon": database(env, "COUPON_DATABASE_URL", default=sqlite_url(HERE / "coupon.sqlite3")),
    "{{ cookiecutter.namespace }}.service.notice": database(env, "NOTICE_DATABASE_URL", default=sqlite_url(HERE / "notice.sqlite3")),
    "{{ cookiecutter.namespace }}.service.link": database(env, "LINK_DATABASE_URL", default=sqlite_url(HERE / "link.sqlite3")),
    "{{ cookiecutter.namespace }}.service.app": database(env, "APP_DATABASE_URL", default=sqlite_url(HERE / "app.sqlite3")),
{% endif %}    "{{ cookiecutter.namespace }}.service.permitter": database(env, "PERMITTER_DATABASE_URL", default=sqlite_url(HERE / "permitter.sqlite3")),
    "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}": database(
        env, "{{ cookiecutter.first_service.upper() }}_DATABASE_URL", default=sqlite_url(HERE / "{{ cookiecutter.first_service }}.sqlite3")
    ),
}
NEEDED_DATABASES = ["default"]  # what /readyz asks: without another one, all the rest can still be worked on

{% if cookiecutter.example == "yes" %}# Where the services are: player for what the admin has it do, and all for the page that describes their APIs.
VID_URL = env.seam("VID_URL")
PLAYER_URL = env.seam("PLAYER_URL")
SERVICES = {
    "vid": VID_URL,
    "player": PLAYER_URL,
    "coupon": env.seam("COUPON_URL"),
    "notice": env.seam("NOTICE_URL"),
    "link": env.seam("LINK_URL"),
    "app": env.seam("APP_URL"),
    "{{ cookiecutter.first_service }}": env.seam("{{ cookiecutter.first_service.upper() }}_URL"),
}
{% else %}# Where the services are, for the page that describes their APIs.
SERVICES = {"{{ cookiecutter.first_service }}": env.seam("{{ cookiecutter.first_service.upper() }}_URL")}
{% endif %}
{% if cookiecutter.example == "yes" %}# What the services' own pages and actions ask of settings
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(HERE / "media")))  # the app project's folder: the archive's files
MEDIA_URL = "media/"  # nothing answers there: the archive hands files out, as attachments
ARCHIVE_MAX_BYTES = env.int("ARCHIVE_MAX_BYTES", default=10 * 1024 * 1024)  # of an uploaded file
LINK_ORIGIN = env.str("LINK_ORIGIN", default="")  # where strangers follow short links; empty: at this very host
BOARD_ORIGIN = env.str("BOARD_ORIGIN", default="")  # where they read the board; empty: at this very host
{% endif %}
# Staff
# In the database: the default cache is each process's own, and one would not know that another has logged someone out.
SESSION_ENGINE = env.choice(
    "SESSIONS",
    {"database": "django.contrib.sessions.backends.db", "cache": "django.contrib.sessions.backends.cache"},
    default="database",
)
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "backoffice_session", "backoffice_csrf"  # cookies ignore ports
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LOGGING = logging_settings(level=LOG_LEVEL, project="backoffice")

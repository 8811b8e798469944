"""The monolith's settings: read from top to bottom, and that is all there is.

What differs from machine to machine comes from the environment (see README.md). A variable that is missing or
malformed stops the start with one line that names it.
"""

from pathlib import Path

from django.conf.locale import LANG_INFO
from django.utils.csp import CSP

{% if cookiecutter.example == "yes" %}from {{ cookiecutter.namespace }}.kit import tokens
{% endif %}from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.environment import Environment
from {{ cookiecutter.namespace }}.kit.logs import logging_settings

env = Environment()
HERE = Path(__file__).resolve().parent.parent

# Who we are
SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
ROOT_URLCONF = "monolith.urls"
WSGI_APPLICATION = "monolith.wsgi.application"

# What is in here: all services, side by side
INSTALLED_APPS = [
    "{{ cookiecutter.namespace }}.kit",  # before the admin, whose pages it styles
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
{% if cookiecutter.sentry == "yes" %}    "{{ cookiecutter.namespace }}.kit.sentry",
{% endif %}{% if cookiecutter.opentelemetry == "yes" %}    "{{ cookiecutter.namespace }}.kit.tracing",
{% endif %}    "ninja",
{% if cookiecutter.example == "yes" %}    "{{ cookiecutter.namespace }}.service.vid",
    "{{ cookiecutter.namespace }}.service.player",
    "{{ cookiecutter.namespace }}.service.coupon",
    "{{ cookiecutter.namespace }}.service.notice",
    "{{ cookiecutter.namespace }}.service.link",
    "{{ cookiecutter.namespace }}.service.archive",
    "{{ cookiecutter.namespace }}.service.app",
{% endif %}    "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}",
]

# What a request passes on its way in, from top to bottom, and on its way out, from bottom to top
MIDDLEWARE = [
    "{{ cookiecutter.namespace }}.kit.middleware.request_id.RequestIdMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.access_log.AccessLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.problems.ProblemMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.callers.CallerMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

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

# What is kept: one database, one cache, one folder of uploaded files
DATABASES = {"default": database(env, default=sqlite_url(HERE / "database.sqlite3"))}
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
# In the database: the default cache is each process's own, and one would not know that another has logged someone out.
# In the cache it can be once CACHE_URL names one that all processes share.
SESSION_ENGINE = env.choice(
    "SESSIONS",
    {"database": "django.contrib.sessions.backends.db", "cache": "django.contrib.sessions.backends.cache"},
    default="database",
)
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(HERE / "media")))
MEDIA_URL = "media/"  # nothing answers there: the archive hands files out, as attachments
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(HERE / "static")))
STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "{{ cookiecutter.namespace }}.kit.staticfiles.StaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # bytes, of every body but an uploaded file
{% if cookiecutter.example == "yes" %}ARCHIVE_MAX_BYTES = env.int("ARCHIVE_MAX_BYTES", default=10 * 1024 * 1024)  # of an uploaded file
LINK_ORIGIN = env.str("LINK_ORIGIN", default="")  # where strangers follow short links; empty: at this very host
{% endif %}
# Who calls whom: the seams. Every service is in this process.
{% if cookiecutter.example == "yes" %}VID_URL = env.seam("VID_URL", default="local:")
PLAYER_URL = env.seam("PLAYER_URL", default="local:")
CALLEES = ["VID_URL", "PLAYER_URL"]  # what /readyz asks
{% else %}CALLEES: list[str] = []  # what /readyz asks
{% endif %}
# Who may call us
CALLERS = env.digests("CALLERS")
CALLER_NAME = env.str("CALLER_NAME", default="monolith")
CALLER_SECRET = env.str("CALLER_SECRET", default="")
{% if cookiecutter.example == "yes" %}VID_PUBLIC_KEY = tokens.key(env, "VID_PUBLIC_KEY")
VID_SIGNING_KEY = tokens.key(env, "VID_SIGNING_KEY")
VID_TOKEN_DAYS = env.int("VID_TOKEN_DAYS", default=30)
{% endif %}
# Languages and time
LANGUAGE_CODE = "{{ cookiecutter.languages.split(',')[0] | trim }}"
LANGUAGES = [
    (code, LANG_INFO[code]["name_local"]) for code in ["{{ cookiecutter.languages.replace(' ', '').split(',') | join('", "') }}"]
]
USE_I18N = True
TIME_ZONE = env.time_zone("TIME_ZONE", default="Asia/Seoul")
USE_TZ = True

# Safe by default. SECURE=0 is for plain HTTP on this very machine.
SECURE = env.bool("SECURE", default=True)
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # probes come from inside, in plain HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],  # the API's page of documentation styles itself
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "monolith_session", "monolith_csrf"  # cookies ignore ports: one name a project
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LOGGING = logging_settings(level=env.str("LOG_LEVEL", default="INFO"), project="monolith")

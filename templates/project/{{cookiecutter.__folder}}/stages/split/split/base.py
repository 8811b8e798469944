"""What every project of this stage has. A project's own settings.py says the rest: its app, its database, its callees.

What differs from machine to machine comes from the environment (see README.md). A variable that is missing or
malformed stops the start with one line that names it.
"""

from pathlib import Path

from django.conf.locale import LANG_INFO
from django.utils.csp import CSP

{% if cookiecutter.example == "yes" %}from {{ cookiecutter.namespace }}.kit import tokens
{% endif %}from {{ cookiecutter.namespace }}.kit.environment import Environment

env = Environment()
HERE = Path(__file__).resolve().parent.parent

# Who we are
SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")

BASE_APPS = [
    "{{ cookiecutter.namespace }}.kit",
    "django.contrib.staticfiles",
{% if cookiecutter.sentry == "yes" %}    "{{ cookiecutter.namespace }}.kit.sentry",
{% endif %}{% if cookiecutter.opentelemetry == "yes" %}    "{{ cookiecutter.namespace }}.kit.tracing",
{% endif %}    "ninja",
]

# What a request passes on its way in, from top to bottom, and on its way out, from bottom to top
BASE_MIDDLEWARE = [
    "{{ cookiecutter.namespace }}.kit.middleware.request_id.RequestIdMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.access_log.AccessLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.problems.ProblemMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.devices.DeviceMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
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
            ],
        },
    },
]

# What is kept beside a project's own database
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(HERE / "static")))
STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "{{ cookiecutter.namespace }}.kit.staticfiles.StaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # bytes, of every body but an uploaded file

# Who we are when we call
CALLER_NAME = env.str("CALLER_NAME")
CALLER_SECRET = env.str("CALLER_SECRET")
{% if cookiecutter.example == "yes" %}VID_PUBLIC_KEY = tokens.key(env, "VID_PUBLIC_KEY")  # enough to know a device by its token, too little to make one
{% endif %}
# Languages and time
LANGUAGE_CODE = "{{ cookiecutter.languages.split(',')[0] | trim }}"
LANGUAGES = [(code, LANG_INFO[code]["name_local"]) for code in ["{{ cookiecutter.languages.replace(' ', '').split(',') | join('", "') }}"]]
USE_I18N = True
TIME_ZONE = env.time_zone("TIME_ZONE", default="{{ cookiecutter.time_zone }}")
USE_TZ = True

# Safe by default. SECURE=0 is for plain HTTP on this very machine.
SECURE = env.bool("SECURE", default=True)
SECURE_SSL_REDIRECT = SECURE
# Those who ask from inside, in plain HTTP: probes, and the services each other.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^api/"]
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

"""Settings of the office. It has no database: whatever it knows, it asks for."""

import os
import secrets

SECRET_KEY = os.environ.get("SECRET_KEY") or secrets.token_hex()
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "office.urls"
INSTALLED_APPS = ["office"]
MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
CSRF_COOKIE_NAME = "office_csrf"
TIME_ZONE = "Asia/Seoul"

"""A Django project with nothing in it but what the middlewares need."""

SECRET_KEY = "only for tests"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.urls"
MIDDLEWARE = ["permittee.ext.django.middlewares.AuthorizationMiddleware"]
PERMITTER_URL = "http://permitter.invalid/api/permitter"
PERMITTEE_SERVICE = "shop"
PERMITTEE_NAME = "shop"
PERMITTEE_SECRET = "the shop's own secret"

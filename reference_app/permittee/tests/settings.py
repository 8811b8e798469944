"""A Django project with nothing in it but what the middlewares need."""

SECRET_KEY = "only for tests"
ALLOWED_HOSTS = ["*"]

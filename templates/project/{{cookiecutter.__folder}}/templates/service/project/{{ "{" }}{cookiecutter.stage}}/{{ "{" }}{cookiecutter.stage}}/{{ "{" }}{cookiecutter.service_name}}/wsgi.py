"""What a WSGI server is given: `gunicorn {{ "{" }}{ cookiecutter.stage }}.{{ "{" }}{ cookiecutter.service_name }}.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "{{ "{" }}{ cookiecutter.stage }}.{{ "{" }}{ cookiecutter.service_name }}.settings")

application = get_wsgi_application()

"""What a WSGI server is given: `gunicorn split.{{ cookiecutter.first_service }}.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "split.{{ cookiecutter.first_service }}.settings")

application = get_wsgi_application()

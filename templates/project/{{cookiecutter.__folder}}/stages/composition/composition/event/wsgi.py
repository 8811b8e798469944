"""What a WSGI server is given: `gunicorn composition.event.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "composition.event.settings")

application = get_wsgi_application()

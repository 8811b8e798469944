"""What a WSGI server is given: `gunicorn split.backoffice.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "split.backoffice.settings")

application = get_wsgi_application()

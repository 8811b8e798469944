"""What a WSGI server is given: `gunicorn split.coupon.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "split.coupon.settings")

application = get_wsgi_application()

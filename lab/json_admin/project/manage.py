"""Django's command line, for the project that DJANGO_SETTINGS_MODULE names: coupons.settings unless it says so."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coupons.settings")
execute_from_command_line(sys.argv)

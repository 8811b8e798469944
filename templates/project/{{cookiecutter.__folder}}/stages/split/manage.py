#!/usr/bin/env python
"""Django's command line, for whichever project DJANGO_SETTINGS_MODULE names."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    if "DJANGO_SETTINGS_MODULE" not in os.environ:
        sys.exit("manage.py: which project? Set DJANGO_SETTINGS_MODULE, for example to split.coupon.settings")
    execute_from_command_line(sys.argv)

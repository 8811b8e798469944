"""A program that does no more than start a project, and says what it has loaded for Sentry."""

import sys

import django

django.setup()
sys.stdout.write(repr(sorted(name for name in sys.modules if name.startswith(("sentry_sdk", "clever.kit.sentry")))))

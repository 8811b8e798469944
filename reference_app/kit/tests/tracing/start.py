"""A program that does no more than start a project, and says what it has loaded of OpenTelemetry."""

import sys

import django

django.setup()
sys.stdout.write(repr(sorted(name for name in sys.modules if name.startswith(("opentelemetry", "clever.kit.tracing")))))

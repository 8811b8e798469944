"""Prints a Django project's effective settings as JSON. A script: DJANGO_SETTINGS_MODULE says whose."""

import json
import sys

if __name__ == "__main__":
    sys.path.insert(0, "")
    import django
    from django.db import connections
    from django.views.debug import SafeExceptionReporterFilter

    django.setup()  # translated settings have no text before
    connections.settings  # noqa: B018 (read for its effect: what a database does not say, its default says)

    # Django's own filter, which hides what looks like a secret.
    json.dump(SafeExceptionReporterFilter().get_safe_settings(), sys.stdout, default=str, sort_keys=True)

"""Sentry as a Django app: installed is not yet switched on."""

from django.apps import AppConfig

from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment

SWITCH = "SENTRY_DSN"


class SentryConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.kit.sentry"
    label = "sentry"

    def ready(self) -> None:
        """Raises ConfigurationError where the DSN is malformed, or the extra is not installed."""
        env = Environment()
        if not env.str(SWITCH, default=""):
            return
        try:
            from {{ cookiecutter.namespace }}.kit.sentry.starting import start
        except ModuleNotFoundError as missing:
            raise ConfigurationError(
                f"{SWITCH} is set and {missing.name} is not installed; install {{ cookiecutter.namespace }}-kit[sentry]"
            ) from missing
        start(env)

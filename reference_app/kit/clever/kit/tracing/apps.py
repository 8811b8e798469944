"""Tracing as a Django app: installed is not yet switched on."""

from django.apps import AppConfig

from clever.kit.environment import ConfigurationError, Environment

SWITCH = "OTEL_EXPORTER_OTLP_ENDPOINT"


class TracingConfig(AppConfig):
    name = "clever.kit.tracing"
    label = "tracing"

    def ready(self) -> None:
        """Raises ConfigurationError where a variable is malformed, or the extra is not installed."""
        if not Environment().str(SWITCH, default=""):
            return
        try:
            from clever.kit.tracing.starting import start
        except ModuleNotFoundError as missing:
            raise ConfigurationError(
                f"{SWITCH} is set and {missing.name} is not installed; install clever-kit[tracing]"
            ) from missing
        start()

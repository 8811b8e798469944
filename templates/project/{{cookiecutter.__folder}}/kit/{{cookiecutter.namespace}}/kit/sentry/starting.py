"""Set Sentry up, once a process."""

import sentry_sdk
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.integrations.django import DjangoIntegration
from sentry_sdk.utils import BadDsn

from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment
from {{ cookiecutter.namespace }}.kit.sentry.events import in_words, unexpected


def start(env: Environment) -> None:
    """Raises ConfigurationError."""
    try:
        sentry_sdk.init(
            dsn=env.str("SENTRY_DSN"),
            environment=env.str("SENTRY_ENVIRONMENT", default="") or "production",
            release=env.str("SENTRY_RELEASE", default=""),  # without one the library would ask git, if there is one
            before_send=unexpected,
            before_breadcrumb=in_words,
            # Of what comes with an error: nothing that a person has sent. `send_default_pii` is off by itself, and to
            # say so has become deprecated.
            max_request_body_size="never",
            include_local_variables=False,
            # Errors alone: traces are {{ cookiecutter.namespace }}.kit.tracing's.
            traces_sample_rate=None,
            trace_propagation_targets=[],
            auto_session_tracking=False,
            send_client_reports=False,
            enable_logs=False,
            enable_metrics=False,
            auto_enabling_integrations=False,
            integrations=[
                DjangoIntegration(signals_spans=False),
                AtexitIntegration(callback=lambda pending, timeout: None),  # it would print lines that are no JSON
            ],
        )
    except BadDsn as error:
        raise ConfigurationError(f"SENTRY_DSN is malformed: {error}; use https://KEY@HOST/PROJECT") from error

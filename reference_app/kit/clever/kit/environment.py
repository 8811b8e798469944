"""Settings come from the environment. A variable that is missing or malformed stops the start in one clear line."""

import sys
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured


class ConfigurationError(SystemExit):
    """The process cannot start as it is configured. The one line has been printed to stderr when this is raised.

    The exit status is 3 because gunicorn's master reads that as "this worker can never boot" and stops; on any other
    status it would start the same worker again, for ever.
    """

    def __init__(self, message: str) -> None:
        self.message = f"configuration: {message}"
        print(self.message, file=sys.stderr, flush=True)  # noqa: T201 - there is no logging yet: settings are being read
        super().__init__(3)

    def __str__(self) -> str:
        return self.message


class Environment(environ.Env):
    """django-environ, except that each complaint is one line which names the variable.

    Raises ConfigurationError from every reader (`env("NAME")`, `env.bool`, `env.db`, ...).
    """

    def get_value(self, var: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().get_value(var, *args, **kwargs)
        except (ImproperlyConfigured, ValueError, TypeError, AttributeError) as error:
            if var not in self.ENVIRON:
                raise ConfigurationError(f"{var} is missing; set it in the environment") from error
            raise ConfigurationError(f"{var} is malformed: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__

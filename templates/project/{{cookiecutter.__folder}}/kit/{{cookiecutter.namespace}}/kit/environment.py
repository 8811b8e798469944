"""Settings come from the environment. A variable that is missing or malformed stops the start in one clear line.

Secrets may come from a file instead, which SECRETS_FILE names: what runs a container shows its environment to whoever
asks, but mounts a secret as a file.
"""

import os
import re
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on", "y"}
FALSE = {"0", "false", "no", "off", "n"}


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


SECRETS_FILE = "SECRETS_FILE"


class Environment(environ.Env):
    """django-environ, except in four things.

    Where SECRETS_FILE names a file, each `NAME=value` of it is a variable too. Each complaint is one line, which names
    the variable. A value that begins with `$` is that value, not the name of another variable: random secrets do begin
    with `$`. And what is neither true nor false is refused, not taken for false: `SECURE=ture` would otherwise switch
    security off.

    Raises ConfigurationError from every reader (`env("NAME")`, `env.bool`, `env.cache`, ...), and from the start for a
    file of secrets that cannot be read, or says again what the environment says.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ENVIRON = _with_secrets(os.environ)

    def get_value(
        self, var: str, cast: Any = None, default: Any = environ.Env.NOTSET, parse_default: bool = False
    ) -> Any:
        given = self.ENVIRON.get(var)
        if default is self.NOTSET:
            if not given:  # nothing that we must be told can be empty
                raise ConfigurationError(f"{var} is missing; set it in the environment")
        elif given is None:
            return self.parse_value(default, cast) if parse_default and default is not None else default
        elif cast is None and default is not None:
            cast = type(default)
        try:
            return self.parse_value(given, cast)
        except (ImproperlyConfigured, ValueError, TypeError, AttributeError) as error:
            raise ConfigurationError(f"{var} is malformed: {_reason(error)}") from error

    @classmethod
    def parse_value(cls, value: Any, cast: Any) -> Any:
        return _truth(value) if cast is bool else super().parse_value(value, cast)

    def cache_url(self, var: str = "CACHE_URL", default: Any = environ.Env.NOTSET, backend: str | None = None) -> Any:
        """An entry for CACHES."""
        try:
            return super().cache_url(var, default=default, backend=backend)
        except (ImproperlyConfigured, ValueError, TypeError) as error:
            raise ConfigurationError(f"{var} is malformed: {_reason(error)}") from error

    cache = cache_url

    def seam(self, var: str, *, default: str | None = None) -> str:
        """Where a service is reached: `local:` in this process, or `http://host/api/<service>`."""
        url: str = self.str(var) if default is None else self.str(var, default=default)
        if url != "local:" and not _leads_somewhere(url):
            raise ConfigurationError(f"{var} is malformed: use local: or http://HOST/api/SERVICE")
        return url

    def address(self, var: str, *, default: str | None = None) -> str:
        """Where something is reached over HTTP that is none of our services, such as `http://127.0.0.1:4318`."""
        url: str = self.str(var) if default is None else self.str(var, default=default)
        if not _leads_somewhere(url):  # and is not repeated: it may hold credentials
            raise ConfigurationError(f"{var} is malformed: use http://HOST:PORT")
        return url

    def choice(self, var: str, choices: Mapping[str, str], *, default: str) -> str:
        """What the one of the named `choices` stands for that the variable names."""
        name: str = self.str(var, default=default)
        if name not in choices:
            raise ConfigurationError(f"{var} is malformed: {name!r} is none of {', '.join(choices)}")
        return choices[name]

    def time_zone(self, var: str, *, default: str) -> str:
        """The name of a time zone, such as `Asia/Seoul`."""
        name: str = self.str(var, default=default)
        if name not in available_timezones():
            raise ConfigurationError(f"{var} is malformed: there is no time zone {name!r}; use one such as Asia/Seoul")
        return name

    def digests(self, var: str) -> dict[str, str]:
        """`name=digest,name=digest`: who may call, and the SHA-256 of each one's secret, in hexadecimal."""
        known: dict[str, str] = self.dict(var, default={})
        for name, digest in known.items():
            if not re.fullmatch("[0-9a-f]{64}", digest):
                raise ConfigurationError(
                    f"{var} is malformed: {name!r} needs the SHA-256 of its secret, in hexadecimal"
                )
        return known


def _with_secrets(given: MutableMapping[str, str]) -> MutableMapping[str, str]:
    """The environment itself, or a copy of it with what the file of secrets holds."""
    named = given.get(SECRETS_FILE)
    if not named:
        return given
    try:
        lines = Path(named).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{SECRETS_FILE}: {named} cannot be read ({_reason(error)})") from error
    secrets: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals or not name.isidentifier():  # the line itself is not repeated: it may be half a secret
            raise ConfigurationError(f"{SECRETS_FILE}: line {number} of {named} is not of the form NAME=value")
        if name in given or name in secrets:
            raise ConfigurationError(f"{name} is set twice, the second time in {named}; remove one of them")
        secrets[name] = value
    return {**given, **secrets}


def _truth(value: str) -> bool:
    word = value.strip().lower()
    if word not in TRUE | FALSE:
        raise ValueError("use 1 or 0")
    return word in TRUE


def _leads_somewhere(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return url.startswith(("http://", "https://")) and bool(parts.hostname) and parts.port != 0
    except ValueError:  # half an IPv6 address, or a port that no machine has
        return False


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__

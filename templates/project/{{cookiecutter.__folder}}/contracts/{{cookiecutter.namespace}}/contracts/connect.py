"""The seam. `connect(Player, url)` gives a client of the player service, wherever the URL says that it runs."""

import os
from functools import lru_cache
from importlib import import_module
from typing import Any

from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError

LOCAL = "local:"

# Tests put a stand-in here, by contract.
overrides: dict[type, Any] = {}


def connect[Contract](contract: type[Contract], url: str) -> Contract:
    """A client that keeps `contract`.

    `local:` is the service in this very process; `http://host/api/player` is the service over there. Clients are made
    once a process and shared, so call this wherever you need one.

    Raises ConfigurationError where the URL is neither, or the local service is not installed.
    """
    client: Contract = overrides.get(contract) or _client(contract, url, os.getpid())  # type: ignore[arg-type]  # a class is hashable
    return client


@lru_cache(maxsize=64)
def _client(contract: type, url: str, process: int) -> Any:
    # The process is part of the key: a pool of connections that is shared over a fork answers one child's question
    # to another.
    if url == LOCAL:
        return _local(contract)
    if url.startswith(("http://", "https://")):
        return HttpClient.keeping(contract)(url)
    raise ConfigurationError(
        f"{contract.__name__.upper()}_URL is malformed: {url!r}; use local: or http://HOST/api/..."
    )


def _local(contract: type) -> Any:
    # Contracts may not import services, so the service is found by the contract's name.
    name = contract.__module__.rpartition(".")[2]
    try:
        return import_module(f"{{ cookiecutter.namespace }}.service.{name}.local").Client()
    except ModuleNotFoundError as error:
        if not f"{{ cookiecutter.namespace }}.service.{name}.local".startswith(str(error.name)):
            raise  # it is installed, and misses something itself
        message = f"{name.upper()}_URL is local: but the {name} service is not installed in this process"
        raise ConfigurationError(message) from error

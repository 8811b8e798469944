import os
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, Protocol

import pytest

from {{ cookiecutter.namespace }}.contracts import connect
from {{ cookiecutter.namespace }}.contracts.connect import _client
from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError


class Kettle(Protocol):
    """A service for these tests alone."""


class HttpKettle(HttpClient, contract=Kettle):
    """Kettles over HTTP."""


Kettle.__module__ = "{{ cookiecutter.namespace }}.contracts.kettle"  # connect finds the service by the contract's module


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> type:
    """The kettle service, installed in this process."""

    class Client:
        pass

    service, local = ModuleType("{{ cookiecutter.namespace }}.service.kettle"), ModuleType("{{ cookiecutter.namespace }}.service.kettle.local")
    local.Client = Client  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, service.__name__, service)
    monkeypatch.setitem(sys.modules, local.__name__, local)
    _client.cache_clear()
    return Client


def test_local_is_the_service_in_this_process(installed: type) -> None:
    assert isinstance(connect(Kettle, "local:"), installed)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8002/api/kettle", "https://kettle.example/api/kettle"])
def test_an_address_is_the_service_over_there(url: str) -> None:
    assert isinstance(connect(Kettle, url), HttpKettle)


def test_a_client_is_made_once_a_process_and_shared() -> None:
    url = "http://127.0.0.1:8002/api/kettle"

    assert connect(Kettle, url) is connect(Kettle, url)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_process_has_connections_of_its_own() -> None:
    url = "http://127.0.0.1:8002/api/kettle"
    ours = connect(Kettle, url)

    child = os.fork()
    if child == 0:
        os._exit(0 if connect(Kettle, url) is not ours else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert connect(Kettle, url) is ours


@pytest.mark.parametrize("url", ["", "local", "127.0.0.1:8002", "ftp://127.0.0.1/", "Local:"])
def test_an_address_that_is_neither_is_named(url: str) -> None:
    with pytest.raises(ConfigurationError, match="KETTLE_URL is malformed"):
        connect(Kettle, url)


def test_local_without_the_service_installed_says_so() -> None:
    _client.cache_clear()

    with pytest.raises(ConfigurationError, match="the kettle service is not installed in this process"):
        connect(Kettle, "local:")


def test_a_service_that_misses_a_library_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    _client.cache_clear()

    def broken(name: str) -> Any:
        raise ModuleNotFoundError("No module named 'samovar'", name="samovar")

    # By its name in sys.modules, since in the package the function has taken the module's name.
    monkeypatch.setattr(sys.modules["{{ cookiecutter.namespace }}.contracts.connect"], "import_module", broken)

    with pytest.raises(ModuleNotFoundError, match="samovar"):
        connect(Kettle, "local:")


def test_a_stand_in_goes_before_everything(stand_in: Callable[..., Any]) -> None:
    client = stand_in(Kettle, object())

    assert connect(Kettle, "whatever:") is client

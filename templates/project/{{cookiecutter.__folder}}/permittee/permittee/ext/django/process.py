"""Whoever decides in this process: made when it is first asked, so after the server has forked."""

import os
from threading import Lock
from typing import Any

import httpx2
from django.core.signals import setting_changed

from permittee.asking import Permitter
from permittee.cached import Cached
from permittee.deciding import AskEachTime, Deciding
from permittee.ext.django.configuration import CACHED, read_configuration

_lock = Lock()
_made: dict[int, Deciding] = {}
_transport: httpx2.BaseTransport | None = None


def deciding() -> Deciding:
    """This process's, by the settings. One for all middlewares and threads, with one pool of connections.

    By the process's id, because neither connections nor threads survive a fork.
    """
    pid = os.getpid()
    found = _made.get(pid)
    if found is None:
        with _lock:
            found = _made.get(pid) or _made.setdefault(pid, _make())
    return found


def forget(*, transport: httpx2.BaseTransport | None = None) -> None:
    """Begin anew, with nothing known. For tests, which may put another `transport` in the network's place."""
    global _transport
    with _lock:
        _made.clear()
        _transport = transport


def _make() -> Deciding:
    found = read_configuration()
    permitter = Permitter(found.url, service=found.service, name=found.name, secret=found.secret, transport=_transport)
    return Cached(permitter) if found.mode == CACHED else AskEachTime(permitter)


def _settings_changed(*, setting: str, **_: Any) -> None:
    if setting.startswith(("PERMITTER_", "PERMITTEE_")):
        forget(transport=_transport)


setting_changed.connect(_settings_changed)  # sent by tests that override settings

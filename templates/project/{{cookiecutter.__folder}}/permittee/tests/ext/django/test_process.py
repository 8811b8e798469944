import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from permittee.cached import Cached
from permittee.deciding import AskEachTime
from permittee.ext.django.process import deciding, forget


@pytest.fixture(autouse=True)
def afresh() -> Any:
    forget()
    yield
    forget()


def test_all_threads_of_a_process_share_one() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = {id(one) for one in pool.map(lambda _: deciding(), range(64))}

    assert len(found) == 1


def test_a_process_that_was_forked_makes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = deciding()
    forked = os.getpid() + 1
    monkeypatch.setattr(os, "getpid", lambda: forked)

    assert deciding() is not parent
    assert deciding() is deciding()


@pytest.mark.parametrize(("mode", "kind"), [("cached", Cached), ("ask", AskEachTime)])
def test_the_settings_say_how_it_decides_and_a_change_of_them_is_noticed(settings: Any, mode: str, kind: type) -> None:
    settings.PERMITTEE_MODE = "ask" if mode == "cached" else "cached"
    deciding()

    settings.PERMITTEE_MODE = mode

    assert isinstance(deciding(), kind)

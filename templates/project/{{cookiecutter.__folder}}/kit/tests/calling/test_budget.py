from importlib import import_module
from threading import Thread
from types import SimpleNamespace

import pytest

from {{ cookiecutter.namespace }}.kit.calling import budget, left


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test moves it: `clock[0] += 1.5`."""
    now = [100.0]
    module = import_module("{{ cookiecutter.namespace }}.kit.calling.budget")  # its name is its function's too
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: now[0]))
    return now


def test_where_there_is_no_budget_nothing_is_counted() -> None:
    assert left() is None


def test_what_is_left_grows_less_as_time_passes(clock: list[float]) -> None:
    with budget(2.0):
        assert left() == 2.0
        clock[0] += 1.5
        assert left() == 0.5


def test_what_is_left_is_never_less_than_nothing(clock: list[float]) -> None:
    with budget(2.0):
        clock[0] += 60
        assert left() == 0.0


def test_a_smaller_budget_inside_a_larger_one_counts_until_it_ends(clock: list[float]) -> None:
    with budget(5.0):
        with budget(1.0):
            assert left() == 1.0
        assert left() == 5.0


def test_a_larger_budget_inside_a_smaller_one_gives_nothing_more(clock: list[float]) -> None:
    with budget(1.0), budget(5.0):
        assert left() == 1.0


def test_a_budget_is_over_when_what_it_was_for_has_failed() -> None:
    with pytest.raises(ZeroDivisionError), budget(1.0):
        raise ZeroDivisionError

    assert left() is None


def test_a_budget_is_one_threads_own() -> None:
    seen: list[float | None] = []
    with budget(5.0):
        thread = Thread(target=lambda: seen.append(left()))
        thread.start()
        thread.join(10)

    assert seen == [None]

import signal
import sys
import time
import weakref

import pytest

from clever.runner.following import Interrupted, signals_interrupt
from clever.runner.swallowed import raised_anew


class Thing:
    pass


def ctrl_c_where_nobody_can_catch() -> None:
    """Let a signal arrive inside of a weak reference's callback, whose exceptions Python only reports."""

    def callback(gone: object) -> None:
        signal.raise_signal(signal.SIGINT)
        for _ in range(1000):
            pass

    thing = Thing()
    reference = weakref.ref(thing, callback)
    del thing
    assert reference() is None


def be_interrupted_there_and_go_on() -> None:
    ctrl_c_where_nobody_can_catch()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        time.sleep(0.01)


def test_an_interruption_that_python_swallows_comes_again():
    with pytest.raises(Interrupted), signals_interrupt():
        be_interrupted_there_and_go_on()


def test_other_exceptions_that_nobody_can_catch_are_reported_as_ever(monkeypatch):
    reported = []
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: reported.append(unraisable.exc_type))

    with raised_anew(Interrupted):
        thing = Thing()
        reference = weakref.ref(thing, lambda gone: 1 / 0)
        del thing

    assert reference() is None
    assert reported == [ZeroDivisionError]


def test_all_is_put_back():
    hook, handler = sys.unraisablehook, signal.getsignal(signal.SIGALRM)

    with raised_anew(Interrupted):
        assert sys.unraisablehook is not hook

    assert sys.unraisablehook is hook
    assert signal.getsignal(signal.SIGALRM) is handler
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)

"""Filled with a sample of Django's own sessions, since kit has no models."""

import sys
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import call_command

from {{ cookiecutter.namespace }}.kit.management.commands import fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A module `django.contrib.sessions.sample`, the only one that there is. Give it a `fill`."""
    module = ModuleType("django.contrib.sessions.sample")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(fill, "find_spec", lambda name: name == module.__name__ or None)
    assert apps.is_installed("django.contrib.sessions")
    return module


def make(key: str) -> None:
    Session.objects.create(session_key=key, expire_date=datetime(2026, 1, 1, tzinfo=UTC))


def two_sessions(progress: Any) -> None:
    make("one")
    progress("sessions", 1, 2)
    make("two")
    progress("sessions", 2, 2)


def test_an_empty_app_is_filled_and_says_how_far_it_is(sample: Any, capsys: pytest.CaptureFixture[str]) -> None:
    sample.fill = two_sessions

    call_command("fill")

    assert Session.objects.count() == 2
    assert capsys.readouterr().out == "fill: sessions 1/2\nfill: sessions 2/2\n"


def test_an_app_that_has_rows_is_left_alone(sample: Any, capsys: pytest.CaptureFixture[str]) -> None:
    sample.fill = two_sessions
    make("mine")

    call_command("fill")

    assert [session.pk for session in Session.objects.all()] == ["mine"]
    assert capsys.readouterr().out == "fill: sessions has rows already, left alone\n"


def test_a_fill_that_is_cut_off_leaves_an_empty_app_and_can_be_done_again(sample: Any) -> None:
    def cut_off(progress: Any) -> None:
        make("one")
        raise KeyboardInterrupt

    sample.fill = cut_off
    with pytest.raises(KeyboardInterrupt):
        call_command("fill")
    assert not Session.objects.exists()

    sample.fill = two_sessions
    call_command("fill")
    assert Session.objects.count() == 2

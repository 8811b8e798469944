{%- import "fields.py" as fields with context -%}
{%- set class = cookiecutter.__class -%}
{%- set asks = cookiecutter.__asks -%}
{%- if asks %}{% import "asks/" ~ asks ~ ".py" as ask with context %}{% endif -%}
{%- if asks %}from typing import Any
{% endif -%}
from uuid import uuid4

import pytest
{%- if asks %}
from django.core.management import call_command
{%- endif %}
{% if asks %}
from clever.contracts.{{ asks }} import {{ asks.capitalize() }}
from clever.contracts.testing.{{ asks }} import StandIn{{ asks.capitalize() }}
{%- endif %}
from clever.contracts.testing.{{ cookiecutter.service_name }} import new_record
from clever.kit.problems import {% if asks %}CalleeAway, {% endif %}KeyReused
from clever.service.{{ cookiecutter.service_name }} import actions, queries
from clever.service.{{ cookiecutter.service_name }}.models import Record
{%- if asks %}
from clever.service.{{ cookiecutter.service_name }}.owed import key_of
{%- endif %}

pytestmark = pytest.mark.django_db


def test_a_record_that_is_sent_again_keeps_the_moment_at_which_it_was_made() -> None:
    record_id, new = uuid4(), new_record()

    first = actions.put_record(record_id=record_id, new=new)
    again = actions.put_record(record_id=record_id, new=new)

    assert again == first
    assert Record.objects.count() == 1


def test_a_record_that_is_refused_changes_nothing() -> None:
    record_id = uuid4()
    made = actions.put_record(record_id=record_id, new=new_record({{ fields.told("as it was") }}))

    with pytest.raises(KeyReused):
        actions.put_record(record_id=record_id, new=new_record({{ fields.another("another") }}))

    assert queries.get_record(record_id=record_id) == made
{%- if asks %}


class Away:
    """A service that does not answer, whatever it is asked."""

    def __getattr__(self, name: str) -> Any:
        def raise_away(*args: Any, **asked: Any) -> None:
            raise CalleeAway("nobody answers")

        return raise_away


def test_what_a_record_owes_is_done_at_once({{ asks }}: StandIn{{ asks.capitalize() }}) -> None:
    record_id, new = uuid4(), new_record({{ ask.known }})

    made = actions.put_record(record_id=record_id, new=new)

    key = key_of(record_id, "{{ asks }}")
    assert made.owed == {"{{ asks }}": "kept"}
{{- ask.check }}


def test_what_{{ asks }}_cannot_do_now_it_does_later_and_once(
    stand_in: Any, {{ asks }}: StandIn{{ asks.capitalize() }}
) -> None:
    record_id, new = uuid4(), new_record({{ ask.known }})
    stand_in({{ asks.capitalize() }}, Away())
    for _ in range(2):
        assert actions.put_record(record_id=record_id, new=new).owed == {"{{ asks }}": "open"}

    stand_in({{ asks.capitalize() }}, {{ asks }})
    call_command("work", "--once")

    key = key_of(record_id, "{{ asks }}")
    assert queries.get_record(record_id=record_id).owed == {"{{ asks }}": "kept"}
{{- ask.check }}


def test_a_record_and_what_it_owes_are_written_down_together(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **about: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(actions, "promise", fail)

    with pytest.raises(RuntimeError):
        actions.put_record(record_id=uuid4(), new=new_record())

    assert not Record.objects.exists()
{%- endif %}

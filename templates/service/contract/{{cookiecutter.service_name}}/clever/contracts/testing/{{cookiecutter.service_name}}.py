{%- import "fields.py" as fields with context -%}
{%- set class = cookiecutter.__class -%}
{%- set asks = cookiecutter.__asks -%}
"""The tests that every client of the {{ cookiecutter.service_name }} contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from clever.contracts.{{ cookiecutter.service_name }} import {{ class }}, {{ class }}Record, New{{ class }}Record, Unknown{{ class }}Record
from clever.kit.paging import Page
from clever.kit.problems import KeyReused


def new_record(**changes: Any) -> New{{ class }}Record:
    """A record{% if fields.has_player %} of some player's{% else %} like any other{% endif %}."""
    usual: dict[str, Any] = { {%- for field in fields.all %}"{{ field.name }}": {{ field.sample }}{{ ", " if not loop.last }}{% endfor -%} }
    return New{{ class }}Record.model_validate(usual | changes)


class {{ class }}Contract:
    """Subclass it with a fixture `client`, of a service that holds no record yet."""

    def test_a_record_is_found_by_its_id(self, client: {{ class }}) -> None:
        record_id, new = uuid4(), new_record()

        made = client.put_record(record_id=record_id, new=new)

        assert (made.id{% for field in fields.all %}, made.{{ field.name }}{% endfor %}) == (record_id{% for field in fields.all %}, new.{{ field.name }}{% endfor %})
        assert client.get_record(record_id=record_id) == made

    def test_an_unknown_record_is_refused(self, client: {{ class }}) -> None:
        with pytest.raises(Unknown{{ class }}Record):
            client.get_record(record_id=uuid4())

    def test_a_record_that_is_sent_again_is_the_same_one(self, client: {{ class }}) -> None:
        record_id, new = uuid4(), new_record()

        first = client.put_record(record_id=record_id, new=new)

        assert client.put_record(record_id=record_id, new=new) == first
        assert client.list_records().items == [first]

    def test_the_same_id_with_another_record_is_refused(self, client: {{ class }}) -> None:
        record_id = uuid4()
        made = client.put_record(record_id=record_id, new=new_record({{ fields.told("the first day") }}))

        with pytest.raises(KeyReused):
            client.put_record(record_id=record_id, new=new_record({{ fields.another("the second day") }}))

        assert client.get_record(record_id=record_id) == made

    def test_records_are_read_page_by_page_without_gap_or_double(self, client: {{ class }}) -> None:
        made = {client.put_record(record_id=uuid4(), new=new_record()).id for _ in range(7)}

        seen, after = list[UUID](), None
        while True:
            page = client.list_records(limit=3, after=after)
            seen += [record.id for record in page.items]
            if page.next is None:
                break
            after = UUID(page.next)

        assert seen == sorted(made)


class StandIn{{ class }}:
    """The {{ cookiecutter.service_name }} service from memory.{% if asks %} It calls nobody: what it owes is given at once.{% endif %}"""

    def __init__(self) -> None:
        self.records: dict[UUID, tuple[New{{ class }}Record, {{ class }}Record]] = {}

    def put_record(self, *, record_id: UUID, new: New{{ class }}Record) -> {{ class }}Record:
{%- if asks %}
        values = new.model_dump() | {"made_at": datetime.now(UTC), "owed": {"{{ asks }}": "kept"}}
        made = {{ class }}Record(id=record_id, **values)
{%- else %}
        made = {{ class }}Record(id=record_id, made_at=datetime.now(UTC), **new.model_dump())
{%- endif %}
        asked, kept = self.records.setdefault(record_id, (new, made))
        if asked != new:
            raise KeyReused
        return kept

    def get_record(self, *, record_id: UUID) -> {{ class }}Record:
        if record_id not in self.records:
            raise Unknown{{ class }}Record
        return self.records[record_id][1]

    def list_records(self, *, limit: int = 20, after: UUID | None = None) -> Page[{{ class }}Record]:
        ids = [record_id for record_id in sorted(self.records) if after is None or record_id > after]
        more = len(ids) > limit
        return Page(
            items=[self.get_record(record_id=record_id) for record_id in ids[:limit]],
            next=str(ids[limit - 1]) if more else None,
        )

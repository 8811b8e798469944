{%- import "fields.py" as fields with context -%}
{%- set class = cookiecutter.first_service.capitalize() -%}
{%- set asks = "" -%}
"""Reads."""

from uuid import UUID

from {{ cookiecutter.namespace }}.contracts.{{ cookiecutter.first_service }} import {{ class }}Record, Unknown{{ class }}Record
{%- if asks %}
from {{ cookiecutter.namespace }}.kit.outbox.promises import states_of
{%- endif %}
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}.models import Record
{%- if asks %}
from {{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}.owed import key_of
{%- endif %}


def get_record(*, record_id: UUID) -> {{ class }}Record:
    """One record. Raises Unknown{{ class }}Record."""
    if record := Record.objects.filter(pk=record_id).first():
        return as_record(record)
    raise Unknown{{ class }}Record(f"there is no record {record_id}")


def list_records(*, limit: int = 20, after: UUID | None = None) -> Page[{{ class }}Record]:
    """All records, by id."""
    rows = Record.objects.order_by("id") if after is None else Record.objects.order_by("id").filter(id__gt=after)
    return page(rows, limit=limit, cursor=lambda record: record.id, item=as_record)


def as_record(record: Record) -> {{ class }}Record:
    """A record's row, as the contract speaks of it."""
    return {{ class }}Record(
        id=record.id,
{%- for field in fields.all %}
        {{ field.name }}=record.{{ field.name }},
{%- endfor %}
        made_at=record.made_at,
{%- if asks %}
        owed=states_of({"{{ asks }}": key_of(record.id, "{{ asks }}")}),
{%- endif %}
    )

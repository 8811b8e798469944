{{ "{" }}%- set class = cookiecutter.__class -%}
{{ "{" }}%- set asks = cookiecutter.__asks -%}
"""Writes.{{ "{" }}% if asks %} A record and what it owes to others go into one transaction; what is owed is done at once where it can be.{{ "{" }}% endif %}"""

from uuid import UUID

from {{ cookiecutter.namespace }}.contracts.{{ "{" }}{ cookiecutter.service_name }} import {{ "{" }}{ class }}Record, New{{ "{" }}{ class }}Record
from {{ cookiecutter.namespace }}.contracts.digests import digest_of
{{ "{" }}%- if asks %}
from {{ cookiecutter.namespace }}.kit.outbox.promises import keep_now, promise
{{ "{" }}%- endif %}
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }} import {{ "{" }}% if asks %}owed, {{ "{" }}% endif %}queries
from {{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }}.models import Record


def put_record(*, record_id: UUID, new: New{{ "{" }}{ class }}Record) -> {{ "{" }}{ class }}Record:
    """Write a record down under an id that the caller chooses, once however often it is called.

    Raises KeyReused where the id came before with another record.
    """
    digest = digest_of(new)
{{ "{" }}%- if asks %}
    key = owed.key_of(record_id, "{{ "{" }}{ asks }}")
{{ "{" }}%- endif %}
    with atomic_for(Record{{ "{" }}% if asks %}, durable=True{{ "{" }}% endif %}):
        values = new.model_dump() | {"request_digest": digest}
        record, {{ "{" }}% if asks %}first{{ "{" }}% else %}_{{ "{" }}% endif %} = Record.objects.get_or_create(pk=record_id, defaults=values)
        if record.request_digest != digest:
            raise KeyReused(f"record {record_id} was made before, and is another one")
{{ "{" }}%- if asks %}
        if first:
            promise(owed.ask_{{ "{" }}{ asks }}, promise_id=key, key=key, new=new)
    keep_now([key])
{{ "{" }}%- endif %}
    return queries.as_record(record)

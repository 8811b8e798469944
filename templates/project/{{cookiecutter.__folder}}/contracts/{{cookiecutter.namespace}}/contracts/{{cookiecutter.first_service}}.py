{%- import "fields.py" as fields with context -%}
{%- set class = cookiecutter.first_service.capitalize() -%}
{%- set asks = "" -%}
"""{{ cookiecutter.first_service }}: records, each under an id that its maker chooses."""
{{ fields.standard_imports }}
from typing import {% if asks %}Literal, {% endif %}Protocol
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from {{ cookiecutter.namespace }}.contracts.http import HttpClient
{{- fields.our_imports }}
from {{ cookiecutter.namespace }}.kit.paging import Page
from {{ cookiecutter.namespace }}.kit.problems import NotFound
{%- if asks %}

State = Literal["open", "kept", "refused"]
"""What has become of something that is owed: it will be done, it has been done, or its service has said no."""
{%- endif %}


class New{{ class }}Record(BaseModel):
    """Something {% if fields.has_player %}about a player {% endif %}that is to be written down."""
{% for field in fields.all %}
    {{ field.name }}: {{ field.sent }}
{%- endfor %}


class {{ class }}Record(BaseModel):
    """{% if asks %}A record, and what has become of what it owes to other services, by their names.{% else %}A record.{% endif %}"""

    id: UUID
{%- for field in fields.all %}
    {{ field.name }}: {{ field.answered }}
{%- endfor %}
    made_at: AwareDatetime
{%- if asks %}
    owed: dict[str, State] = {}
{%- endif %}


class Unknown{{ class }}Record(NotFound):
    """There is no such record."""

    title = "There is no such record"


class {{ class }}(Protocol):
    """The {{ cookiecutter.first_service }} service, wherever it runs."""

    def put_record(self, *, record_id: UUID, new: New{{ class }}Record) -> {{ class }}Record:
        """Write a record down under an id that the caller chooses, once however often it is called.
{% if asks %}
        What it owes to others and cannot do now is done later. Raises KeyReused where the id came before with another
        record.
{%- else %}
        Raises KeyReused where the id came before with another record.
{%- endif %}
        """
        ...

    def get_record(self, *, record_id: UUID) -> {{ class }}Record:
        """One record. Raises Unknown{{ class }}Record."""
        ...

    def list_records(self, *, limit: int = 20, after: UUID | None = None) -> Page[{{ class }}Record]:
        """All records, by id."""
        ...


class Http{{ class }}(HttpClient, contract={{ class }}):
    """The {{ cookiecutter.first_service }} service over HTTP."""

    def put_record(self, *, record_id: UUID, new: New{{ class }}Record) -> {{ class }}Record:
        return self._put(f"/records/{record_id}", {{ class }}Record, new)

    def get_record(self, *, record_id: UUID) -> {{ class }}Record:
        return self._get(f"/records/{record_id}", {{ class }}Record)

    def list_records(self, *, limit: int = 20, after: UUID | None = None) -> Page[{{ class }}Record]:
        return self._get("/records", Page[{{ class }}Record], limit=limit, after=str(after) if after else None)

{{ "{" }}%- set class = cookiecutter.__class -%}
"""The HTTP API: parse, call, answer; nothing else."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from {{ cookiecutter.namespace }}.contracts.{{ "{" }}{ cookiecutter.service_name }} import {{ "{" }}{ class }}Record, New{{ "{" }}{ class }}Record
from {{ cookiecutter.namespace }}.kit.callers import service
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }} import actions, queries

router = Router(tags=["{{ "{" }}{ cookiecutter.service_name }}"], auth=service)


@router.get("/records", response=Page[{{ "{" }}{ class }}Record])
def list_records(request: HttpRequest, limit: Limit = 20, after: UUID | None = None) -> Page[{{ "{" }}{ class }}Record]:
    """All records, by id."""
    return queries.list_records(limit=limit, after=after)


@router.put("/records/{record_id}", response={{ "{" }}{ class }}Record)
def put_record(request: HttpRequest, record_id: UUID, new: New{{ "{" }}{ class }}Record) -> {{ "{" }}{ class }}Record:
    """Write a record down. The id in the address, which the caller chooses, makes it safe to send again."""
    return actions.put_record(record_id=record_id, new=new)


@router.get("/records/{record_id}", response={{ "{" }}{ class }}Record)
def get_record(request: HttpRequest, record_id: UUID) -> {{ "{" }}{ class }}Record:
    """One record."""
    return queries.get_record(record_id=record_id)

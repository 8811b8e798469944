"""The HTTP API: what services ask before they let a caller in."""

import logging

from django.http import HttpRequest
from ninja import Router

from {{ cookiecutter.namespace }}.kit.callers import caller_of, service
from {{ cookiecutter.namespace }}.kit.problems import NotFound
from {{ cookiecutter.namespace }}.service.permitter import queries
from {{ cookiecutter.namespace }}.service.permitter.schemas import Decision, DecisionQuestion, Permits, PermitsQuestion

router = Router(tags=["permitter"])
log = logging.getLogger(__name__)


@router.post("/decisions", response=Decision, auth=service)
def decide(request: HttpRequest, question: DecisionQuestion) -> Decision:
    """May this caller call this operation of the service that asks?"""
    _must_ask_about_itself(request, question)
    known, permitted = queries.decide(**question.model_dump())
    if not permitted:
        _log_denial(question, known, question.operation)
    return Decision(known=known, permitted=permitted)


@router.post("/permits", response=Permits, auth=service)
def list_permits(request: HttpRequest, question: PermitsQuestion) -> Permits:
    """All operations of the service that asks which this caller may call."""
    _must_ask_about_itself(request, question)
    known, operations = queries.permits_of(**question.model_dump())
    if not known:
        _log_denial(question, known)
    return Permits(known=known, operations=operations)


def _must_ask_about_itself(request: HttpRequest, question: PermitsQuestion) -> None:
    """Raise NotFound where a caller asks about another service than itself, whether there is one or not.

    404 and not 403: every caller may ask, about itself. For everybody else's name the answer is the same, whoever bears
    it, so a caller learns nothing of its neighbours: neither what they allow nor that they are there.
    """
    if question.service != caller_of(request).name:
        raise NotFound("there is no such service, or it is not the one that asks")


def _log_denial(question: PermitsQuestion, known: bool, operation: str = "") -> None:
    # The name of a stranger is not logged: whoever mixes up the two fields sends the secret in it.
    caller = question.name if known else ""
    told = "denied" if known else "a caller is unknown, or its secret is wrong"
    log.warning(told, extra={"service": question.service, "caller": caller, "operation": operation})

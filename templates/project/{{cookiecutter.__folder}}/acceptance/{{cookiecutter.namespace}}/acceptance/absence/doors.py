"""Without the permitter nobody gets in by giving a name. Whoever gives none is treated as ever."""

import time

from {{ cookiecutter.namespace }}.acceptance.absence.limping import assert_later
from {{ cookiecutter.namespace }}.acceptance.addresses import BACKOFFICE
from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Service
from {{ cookiecutter.namespace }}.acceptance.operations import operations_of

PERMIT_SECONDS = 5.0  # what a permit may be remembered for
PATIENCE = PERMIT_SECONDS + 5.0


def assert_shut(name: str, service: Service, stranger: Caller) -> None:
    """A game server that was let in so far is told to come later, once its permit is too old."""
    method, path = _question_for(name, stranger)

    deadline = time.monotonic() + PATIENCE
    while (answer := service.request(method, path)).status_code != 503 and time.monotonic() < deadline:
        time.sleep(0.1)

    assert_later(answer)
    assert stranger.request(method, path).status_code in (302, 401), "a stranger is asked who it is"


def _question_for(name: str, stranger: Caller) -> tuple[str, str]:
    """A method and a path for which one has to be somebody."""
    if name == BACKOFFICE:
        return "GET", "/admin/"
    document = stranger.made("GET", "/api/openapi.json", base=stranger.addresses.services[name])
    operation = next(each for each in operations_of(document, name) if "service" in each.callers)
    return operation.method, operation.path()

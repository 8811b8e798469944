"""A service that another project runs is taken in: as a caller, and with the permits that were agreed on."""

from collections.abc import Iterable

from {{ cookiecutter.namespace }}.kit.problems import NotFound
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.permitter import actions
from {{ cookiecutter.namespace }}.service.permitter.models import Caller

type Granted = tuple[str, str]  # somebody, and an operation


class UnknownService(NotFound):
    """There is no service of this name: each is a caller too, since it asks under its own name."""

    title = "There is no such service"


def register(*, name: str, callers: Iterable[Granted], permits: Iterable[Granted], by: str) -> str:
    """Take in the service `name`. Returns its secret, which is shown now or never.

    `callers` say who may call which of its operations, `permits` what it may call of which service. All of it is done,
    or nothing. Raises CallerExists where the name is taken, UnknownCaller and UnknownService.
    """
    with atomic_for(Caller):
        secret = actions.add_caller(name=name, by=by)
        for caller, operation in callers:
            actions.grant(name=caller, service=name, operation=operation, by=by)
        for service, operation in permits:
            if not Caller.objects.filter(name=service).exists():
                raise UnknownService(f"there is no service {service}")
            actions.grant(name=name, service=service, operation=operation, by=by)
    return secret

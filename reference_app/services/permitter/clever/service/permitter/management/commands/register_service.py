"""`manage.py register_service`: take in a service that another project runs. `inv register` calls it."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from clever.kit.problems import Problem
from clever.service.permitter.fitting import fit
from clever.service.permitter.management.shell import whose_shell
from clever.service.permitter.models import Caller, Permit
from clever.service.permitter.queries import EVERYTHING
from clever.service.permitter.registering import Granted, register


class Command(BaseCommand):
    """All of it is in the audit log, under the name of the user whose shell it is."""

    help = "Take in a service that another project runs. Prints its secret, which is shown once, and nothing else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("service", help="its name, such as orders")
        for option, told in {
            "--caller": "who may call it, such as coupon, or 'coupon GET /api/orders/records' for one operation alone",
            "--permit": "whom it may call, written alike, such as 'player GET /api/player/players/<player_id>'",
        }.items():
            parser.add_argument(option, action="append", default=[], help=f"{told}; may be given several times")

    def handle(self, *args: Any, service: str, caller: list[str], permit: list[str], **options: Any) -> None:
        try:
            _fit(Caller, "name", service)
            callers, permits = [*map(_granted, caller)], [*map(_granted, permit)]
            secret = register(name=service, callers=callers, permits=permits, by=whose_shell())
        except Problem as problem:
            raise CommandError(f"register_service: {problem.detail}") from None
        self.stdout.write(secret)


def _granted(text: str) -> Granted:
    """Somebody and an operation, in `NAME METHOD /ROUTE`; without an operation it is all of them."""
    name, _, operation = text.partition(" ")
    return _fit(Permit, "service", name), _fit(Permit, "operation", operation or EVERYTHING)


def _fit(model: type[Caller | Permit], field: str, text: str) -> str:
    try:
        return fit(model, field, text)
    except ValidationError as error:
        raise CommandError(f"register_service: {text or 'a name'}: {error.messages[0]}") from None

"""`manage.py permits`: who may call what, and changes of it, for whoever has a shell and no browser."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from clever.kit.problems import Problem
from clever.service.permitter import actions
from clever.service.permitter.fitting import fit
from clever.service.permitter.management.shell import whose_shell
from clever.service.permitter.models import Caller, Permit

ON_CALLERS = {
    "add": (actions.add_caller, "a new caller; prints its secret, which is shown once"),
    "rotate": (actions.rotate_secret, "a new secret, printed once; the old one stops working at once"),
    "disable": (actions.disable_caller, "nobody believes the caller any longer"),
    "enable": (actions.enable_caller, "the caller is believed again"),
}
ON_PERMITS = {
    "grant": (actions.grant, "let a caller call an operation"),
    "revoke": (actions.revoke, "take a permit away"),
}


class Command(BaseCommand):
    """Each change is in the audit log, under the name of the user whose shell it is."""

    help = "List permits, grant and revoke them, and look after callers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        verbs.add_parser("list", help="all permits, one a line")
        for verb, (_, told) in (ON_CALLERS | ON_PERMITS).items():
            one = verbs.add_parser(verb, help=told)
            one.add_argument("caller")
            if verb in ON_PERMITS:
                one.add_argument("service", help="whose operation it is, such as player")
                one.add_argument("operation", help="such as 'GET /api/player/players/<uuid:player_id>', or '*'")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        if verb == "list":
            for permit in Permit.objects.select_related("caller"):
                self.stdout.write(f"{permit.caller} {permit}")
            return
        subject = {"name": options["caller"]}
        if verb in ON_PERMITS:
            subject |= {"service": options["service"], "operation": options["operation"]}
        action, _ = (ON_CALLERS | ON_PERMITS)[verb]
        try:
            fit(Caller, "name", subject["name"])
            for field in {"service", "operation"} & subject.keys():
                fit(Permit, field, subject[field])
            secret = action(**subject, by=whose_shell())
        except ValidationError as error:
            raise CommandError(f"permits: {' '.join(subject.values())}: {error.messages[0]}") from None
        except Problem as problem:
            raise CommandError(f"permits: {problem.detail}") from None
        self.stdout.write(secret if isinstance(secret, str) else f"permits: {verb} {' '.join(subject.values())}: done")

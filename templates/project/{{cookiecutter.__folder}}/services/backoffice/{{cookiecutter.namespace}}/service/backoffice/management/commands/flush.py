"""`manage.py flush`, for the backoffice's own database only."""

from typing import Any

from django.core.management.commands import flush

from {{ cookiecutter.namespace }}.service.backoffice.management.alias import refuse_all_but_default


class Command(flush.Command):
    """Whoever empties the backoffice's sessions must not be one wrong word away from emptying all players."""

    def handle(self, **options: Any) -> None:
        refuse_all_but_default("flush", options["database"], "it would delete every row of a service")
        super().handle(**options)

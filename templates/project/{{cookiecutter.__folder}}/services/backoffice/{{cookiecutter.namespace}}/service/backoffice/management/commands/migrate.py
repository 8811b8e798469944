"""`manage.py migrate`, for the backoffice's own database only."""

from typing import Any

from django.core.management.commands import migrate

from {{ cookiecutter.namespace }}.service.backoffice.management.alias import refuse_all_but_default


class Command(migrate.Command):
    """A router keeps tables out of a database, but not the record that their migrations have been applied.

    One `migrate --database` of the backoffice's release would tell a service's database that it has been migrated, and
    the service's own `migrate` would find nothing left to do.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        why = "a router skips tables, and still records their migrations as applied"
        refuse_all_but_default("migrate", options["database"], why)
        super().handle(*args, **options)

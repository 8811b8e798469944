"""What a project has promised stays with it: its own worker keeps that, by its own tasks. So nothing may be owed."""

from django.db import connections

from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.plan import Side

LABELS = ("outbox", "django_tasks_database")  # of a promise, and of the reminders of it
TABLE = "outbox_promise"  # by its name: the process that moves need not have the outbox installed
OPEN = f"SELECT count(*) FROM {TABLE} WHERE state = 'open'"  # noqa: S608 - all of it is ours


def must_owe_nothing(side: Side, databases: set[str]) -> None:
    """Raise CannotMove where promises in one of these databases are still to be kept."""
    for database in sorted(databases):
        connection = connections[side.alias_of(database)]
        if TABLE not in connection.introspection.table_names():
            continue
        with connection.cursor() as cursor:
            cursor.execute(OPEN)
            [(owed,)] = cursor.fetchall()
        if owed:
            raise CannotMove(
                f"{side.name} still owes {owed} calls, in its database {database}, and promises stay behind; "
                f"start it until its worker has made them: inv up {side.name}"
            )

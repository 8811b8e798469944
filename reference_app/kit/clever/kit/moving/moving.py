"""A whole move: look first, and change nothing where something stands in the way; then one database after the other."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from django.db import connections
from django.db.migrations.loader import MigrationLoader

from clever.kit.moving.aliases import one_moment, open_databases
from clever.kit.moving.checksums import Sum, checksum
from clever.kit.moving.copying import Tell, copy
from clever.kit.moving.errors import CannotMove
from clever.kit.moving.files import copy_file, files, must_not_differ
from clever.kit.moving.naming import Names
from clever.kit.moving.owed import must_owe_nothing
from clever.kit.moving.plan import Plan, Side
from clever.kit.moving.tables import Table, moving_apps, rows, tables_of

Sums = dict[Table, Sum]


@dataclass
class Moved:
    """What the target says after a move, word for word what the source says."""

    tables: Sums = field(default_factory=dict)
    files: int = 0
    lost: list[str] = field(default_factory=list)  # files that rows name, and that the source has no longer


def look(plan: Plan) -> dict[str, Sums]:
    """See that nothing stands in the way, and change nothing.

    Returns the target's databases that say all that is to come already, since a move was cut off after them. Raises
    CannotMove, naming what stands in the way: tables of yesterday's code, a source without rows, rows or files of the
    target's own.
    """
    for side in (plan.source, plan.target):
        open_databases(side)
        _must_be_of_today(side, moving_apps(plan))
    with _source(plan):
        _must_have_rows(plan)
        must_owe_nothing(plan.source, {plan.source.home(label) for label in moving_apps(plan)})
        for file in files(plan):
            must_not_differ(file)
        found = {database: _says_already(plan, database) for database in plan.target.databases}
    return {database: says for database, says in found.items() if says is not None}


def move(plan: Plan, tell: Tell) -> Moved:
    """Move, after a look. Can be repeated after whatever cut it off. Raises CannotMove."""
    already = look(plan)
    moved = Moved()
    with _source(plan):
        # Files before rows: a file too many does no harm, a row without its file does.
        total = sum(1 for _ in files(plan))
        for number, file in enumerate(files(plan), start=1):
            if copy_file(file):
                moved.files += 1
            else:
                moved.lost.append(str(file.here))
            tell("copy uploaded files", number, total)
        for database in plan.target.databases:
            target = plan.target.alias_of(database)
            moved.tables |= already[database] if database in already else copy(_bound_for(plan, database), target, tell)
    return moved


@contextmanager
def _source(plan: Plan) -> Iterator[None]:
    """All of the source as it is at one moment."""
    with ExitStack() as stack:
        for database in plan.source.databases:
            stack.enter_context(one_moment(plan.source.alias_of(database)))
        yield


def _bound_for(plan: Plan, database: str) -> dict[Table, str]:
    """The tables that go to a database of the target, each with where it is now."""
    labels = [label for label in moving_apps(plan) if plan.target.home(label) == database]
    return {table: plan.source.alias(label) for label in labels for table in tables_of(label)}


def _must_be_of_today(side: Side, labels: list[str]) -> None:
    for database in side.databases:
        loader = MigrationLoader(connections[side.alias_of(database)])
        for label in labels:
            missing = set(loader.graph.leaf_nodes(label)) - loader.applied_migrations.keys()
            if side.home(label) == database and missing:
                raise CannotMove(
                    f"{side.name}'s database {database} lacks migrations of {label} that the code has; "
                    f"start it once: inv up {side.name}"
                )


def _must_have_rows(plan: Plan) -> None:
    for label in moving_apps(plan):
        if any(rows(table, plan.source.alias(label)).exists() for table in tables_of(label)):
            return
    raise CannotMove(f"{plan.source.name} has no rows, so there is nothing to move; see: inv up {plan.source.name}")


def _says_already(plan: Plan, database: str) -> Sums | None:
    """What a database of the target says if it is all that is to come; None if it is empty.

    Raises CannotMove for rows of its own: somebody has lived there.
    """
    bound, target = _bound_for(plan, database), plan.target.alias_of(database)
    if not any(rows(table, target).exists() for table in bound):
        return None
    there, here = Names(target), {source: Names(source) for source in set(bound.values())}
    says = {table: checksum(table, target, there) for table in bound}
    differing = [table for table, source in bound.items() if says[table] != checksum(table, source, here[source])]
    if differing:
        name, stage = max(differing, key=lambda table: says[table].rows)._meta.db_table, plan.target.name
        raise CannotMove(
            f"{stage} has rows of its own already: {name} in its database {database} is not as in "
            f"{plan.source.name}; if they may go: inv backup {stage} FILE, inv down {stage} --forget-data"
        )
    return says

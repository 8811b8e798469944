"""`manage.py copy_rows`: move the rows of one stage into the databases of another. `inv move` runs it."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.moving import Moved, look, move
from {{ cookiecutter.namespace }}.kit.moving.plan import Plan


class Command(BaseCommand):
    """The plan comes by stdin: the addresses in it hold passwords, which everybody can read on a command line."""

    help = "Copy all rows of one stage into another's empty databases, as a plan in JSON on stdin says."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only look whether anything stands in the way.")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        try:
            plan = Plan.model_validate_json(sys.stdin.read())
            if check:
                look(plan)
            else:
                self.stdout.write(json.dumps(_described(move(plan, self.progress))))
        except CannotMove as error:
            raise CommandError(str(error)) from error
        except (Error, ValueError, OSError) as error:  # a database that is away, a plan that is none, a full disk
            raise CommandError(f"the move is not possible: {str(error).strip().splitlines()[0]}") from error

    def progress(self, what: str, done: int, total: int) -> None:
        """One line a step, as `fill` has it."""
        self.stdout.write(f"{what} {done}/{total}")
        self.stdout.flush()


def _described(moved: Moved) -> dict[str, Any]:
    tables = {
        table._meta.db_table: {"rows": says.rows, "digest": says.digest, "upcoming": says.upcoming}
        for table, says in moved.tables.items()
    }
    return {"tables": tables, "files": moved.files, "lost": moved.lost}

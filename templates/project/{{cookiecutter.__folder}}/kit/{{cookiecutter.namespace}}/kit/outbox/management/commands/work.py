"""`manage.py work`: the process that does what was promised."""

import logging
from argparse import ArgumentParser
from itertools import count
from threading import Event, Thread
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError, close_old_connections
from django_tasks_db.management.commands import db_worker

from {{ cookiecutter.namespace }}.kit.outbox.models import Promise
from {{ cookiecutter.namespace }}.kit.outbox.reminding import remind
from {{ cookiecutter.namespace }}.kit.outbox.tasks import try_to_keep

EVERY = 5.0  # seconds between two looks for what is overdue
INTERVAL = 0.5  # seconds between two looks for what is due
TIDYING = 720  # looks from one tidying up to the next: an hour
FORGOTTEN_DAYS = 7  # after which a task that is done leaves no trace; its promise does
AWAY = (DatabaseError, InterfaceError)

log = logging.getLogger(__name__)


class Command(BaseCommand):
    """By default until it is told to stop, for a supervisor; with `--once`, one attempt at all that is open."""

    help = "Keep promises: make the calls that this project owes. Safe to run at any time, and several at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="try all that is open once, and say what came of it")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            self.once()
            return
        stopped = Event()
        Thread(target=_look_after, args=(stopped,), name="remind", daemon=True).start()
        try:
            _work(stopped)
        finally:
            stopped.set()

    def once(self) -> None:
        """Raises CommandError while something stays open."""
        still_open = Promise.objects.filter(state=Promise.State.OPEN).order_by("due_at")
        for pk in list(still_open.values_list("pk", flat=True)):
            try_to_keep(Promise.objects.get(pk=pk))
        if complaints := list(still_open.values_list("complaint", flat=True)):
            raise CommandError(f"work: {len(complaints)} still open; the first: {complaints[0] or 'it is new'}")
        self.stdout.write("work: no promise is open")


class Worker(db_worker.Command):
    """The library's worker, which says what goes wrong, and not twice for each task that all is well."""

    def configure_logging(self, verbosity: int) -> None:
        for name in ("django.tasks", "django_tasks_db"):
            logging.getLogger(name).setLevel(logging.WARNING)


def _work(stopped: Event) -> None:
    while True:
        try:
            call_command(Worker(), interval=INTERVAL, startup_delay=False, reload=False)
            return
        except AWAY as error:
            log.error("the database does not answer: %s", error)
            stopped.wait(EVERY)


def _look_after(stopped: Event) -> None:
    for round_number in count():
        try:
            close_old_connections()
            remind()
            if round_number % TIDYING == 0:
                call_command("prune_db_task_results", min_age_days=FORGOTTEN_DAYS, verbosity=0)
        except AWAY as error:
            log.error("the database does not answer: %s", error)
        except Exception:
            log.exception("what is overdue was not looked for")  # this time; without this thread it would never be
        if stopped.wait(EVERY):
            return

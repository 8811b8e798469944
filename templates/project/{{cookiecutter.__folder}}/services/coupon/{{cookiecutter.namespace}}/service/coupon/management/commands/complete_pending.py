"""`manage.py complete_pending`: give the items that are still owed."""

import signal
from argparse import ArgumentParser, ArgumentTypeError
from datetime import timedelta
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from {{ cookiecutter.namespace }}.service.coupon.pending import Outcome, complete_pending

STEP = 100  # redemptions between two lines of progress


class Command(BaseCommand):
    """Once by default, for cron; with `--follow` until it is told to stop, for a supervisor."""

    help = "Complete redemptions that are still pending. Safe to run at any time, and several at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        # Ten seconds: longer than any request tries by itself, so that the two do not do the same work.
        parser.add_argument("--older-than", type=seconds, default=10, help="leave younger ones alone (seconds; 10)")
        parser.add_argument("--follow", action="store_true", help="go on until SIGTERM or SIGINT")
        parser.add_argument("--every", type=seconds, default=5, help="with --follow, wait so long between (seconds; 5)")

    def handle(self, *args: Any, **options: Any) -> None:
        older_than = timedelta(seconds=options["older_than"])
        if not options["follow"]:
            outcome = self.once(older_than)
            if outcome.waiting:
                why = "player cannot be reached" if outcome.away else "player does not take them; its answer is logged"
                raise CommandError(f"complete_pending: {outcome.waiting} still pending: {why}")
            return
        stopped = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            close_old_connections()
            self.once(older_than, quiet=True)
            stopped.wait(options["every"])

    def once(self, older_than: timedelta, *, quiet: bool = False) -> Outcome:
        """One round and its summary; with `quiet`, no summary where there was nothing to do."""
        outcome = complete_pending(older_than=older_than, progress=self.progress)
        if outcome != Outcome() or not quiet:
            self.stdout.write(
                f"complete_pending: {outcome.completed} completed, {outcome.refused} refused, "
                f"{outcome.waiting} still pending"
            )
            self.stdout.flush()
        return outcome

    def progress(self, done: int, total: int) -> None:
        """One line every hundred, which a program can read as well as a person."""
        if done and done % STEP == 0:
            self.stdout.write(f"complete_pending: {done}/{total}")
            self.stdout.flush()


def seconds(text: str) -> float:
    """An argument in seconds. Raises ArgumentTypeError where it is no number of them, or a foolish one."""
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value <= 10_000_000:
        raise ArgumentTypeError(f"{text!r} is not a number of seconds from 0 to 10,000,000")
    return value

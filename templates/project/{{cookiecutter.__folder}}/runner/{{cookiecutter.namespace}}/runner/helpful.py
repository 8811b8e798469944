"""Lets `inv up --help` say what `inv --help up` says, also for a task that demands a word.

Invoke takes whatever comes next for a word that is demanded, even `--help`. So where help is asked for, nothing is
demanded.
"""

import sys

from invoke.parser import Argument
from invoke.tasks import Task


class HelpfulTask(Task):
    """For `@task(klass=HelpfulTask)`: its positional arguments give way to `--help`."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        kept = dict(self.help)
        arguments = super().get_arguments(ignore_unknown_help)
        self.help = kept  # invoke takes each text away as it is asked for, so that a second asking gets none
        if not {"-h", "--help"}.isdisjoint(sys.argv):
            for argument in arguments:
                argument.positional = False
        return arguments

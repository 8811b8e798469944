"""Lets a person leave out the request: `inv trace ID`, or `inv trace` alone.

Invoke's positional arguments are demanded; there are no optional ones. So this one is positional only where the command
line holds a word for it.
"""

import sys
from collections.abc import Sequence

from invoke.parser import Argument

from {{ cookiecutter.namespace }}.runner.helpful import HelpfulTask

WITH_A_VALUE = ("--stage", "-s", "--json", "-j")


class MayNameRequest(HelpfulTask):
    """For `@task(klass=MayNameRequest)`: its `request_id` may be given as a bare word, or not at all."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        arguments = super().get_arguments(ignore_unknown_help)
        for argument in arguments:
            if argument.name == "request_id" and not _asks_for_help(sys.argv):
                argument.positional = _names_one(sys.argv, self.name)
        return arguments


def _asks_for_help(words: Sequence[str]) -> bool:
    return not {"-h", "--help"}.isdisjoint(words)


def _names_one(words: Sequence[str], task: str) -> bool:
    """Whether the task is followed by a word that is neither a flag nor the value of one."""
    after = list(words[words.index(task) + 1 :]) if task in words else []
    return any(
        not word.startswith("-") and before not in WITH_A_VALUE
        for before, word in zip([task, *after], after, strict=False)
    )

"""What a test of this suite needs, so that it is known who misses what is away.

A module says it: `pytestmark = pytest.mark.needs("player")`. A test that is tried on each service needs that service,
and some fixtures ask somebody, whatever the test is about.
"""

from collections.abc import Collection

import pytest

from {{ cookiecutter.namespace }}.acceptance.addresses import BACKOFFICE
from {{ cookiecutter.namespace }}.runner import StageFile
from {{ cookiecutter.namespace }}.runner.needs import PERMITTER, Fate, callees, fate, home_of, permitters

MARK = "needs"
# Whom a fixture asks, directly. Those who come with a name are let in by the permitter.
ASKED_BY = {
    "callers": "vid",
    "phone": "vid",
    "new_phone": "vid",
    "visitor": BACKOFFICE,
    "service": PERMITTER,
}


# What only some stages have. A test that needs it is left out where it is not; a service that any other test needs
# and a stage does not have is a mistake.
NOT_EVERYWHERE = frozenset({"event"})


class Unsaid(Exception):
    """A test that does not say what it needs. The message names it."""


def needs_of(definition: pytest.Item, fixtures: Collection[str], service: str | None = None) -> frozenset[str]:
    """The services that a test needs, where it is tried on `service`. Raises Unsaid.

    `needs()`, of nobody, is said by a test that looks at who is left, and copes with whoever is away.
    """
    marks = list(definition.iter_markers(MARK))
    if not marks and service is None:
        raise Unsaid(f'{definition.nodeid} does not say which services it needs: pytest.mark.needs("player"), or so')
    said = {name for mark in marks for name in mark.args}
    if marks and not said:
        return frozenset()
    asked = {whom for fixture, whom in ASKED_BY.items() if fixture in fixtures}
    return frozenset(said | asked | ({service} if service else set()))


def is_out_of_place(needed: Collection[str], services: Collection[str]) -> bool:
    """Whether a test needs something that this stage, which has `services`, does not have and need not have."""
    return bool(services) and not (NOT_EVERYWHERE & {*needed} <= {*services})


def refuse_unknown(stage: StageFile, needed: Collection[str], test: str) -> None:
    """Raise Unsaid where a test needs what no stage has: nobody would ever miss it."""
    known = {BACKOFFICE, PERMITTER} | {app for project in stage.projects.values() for app in project.apps}
    if unknown := sorted({*needed} - known):
        raise Unsaid(f"{test} needs {', '.join(unknown)}; there are: {', '.join(sorted(known))}")


def can_do_without(stage: StageFile, needed: Collection[str], dead: str) -> bool:
    """Whether a test that needs these services passes while the project `dead` is away."""
    if dead not in permitters(stage):
        return all(fate(stage, service, dead) is Fate.WHOLE for service in needed)
    # The doors are shut to whoever gives a name, and services give theirs when they call each other. Others come in.
    homes = {home_of(stage, service) for service in needed}
    return dead not in homes and not any(callees(stage, home) for home in homes)

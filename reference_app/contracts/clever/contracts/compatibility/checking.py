"""`inv contracts`, without the printing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from clever.contracts.compatibility import released
from clever.contracts.compatibility.breaks import FILE
from clever.contracts.compatibility.canonical import Description
from clever.contracts.compatibility.places import Places
from clever.contracts.compatibility.released import Released
from clever.contracts.compatibility.revisions import Revision
from clever.contracts.compatibility.verdict import Verdict, idle, judge

FOLDER = "contracts/released"
NOTHING = "nothing is recorded yet, so nobody can be let down; do so with the first release: inv contracts --write"


@dataclass(frozen=True)
class Report:
    """What there is to say, and what is wrong: one line each."""

    lines: list[str]
    problems: list[str]


def check(places: Places, now: Mapping[str, Description], *, against: str, write: bool, day: date) -> Report:
    """Compare today's services with what is recorded, or was in the revision `against`; then record, if wished for.

    Raises ContractsError where a file or the revision cannot be read.
    """
    revision = Revision.called(against, places.home) if against else None
    recorded = Released.at(places.released)
    base = revision.released(FOLDER) if revision else recorded
    verdict = judge(base.descriptions, now, recorded.breaks, day)
    lines, problems = list(verdict.lines()), list[str]()
    if revision:
        lines += _said_of(revision, base)
        problems += _idle(revision, base, recorded, verdict, day)
    if write:
        released.write(places.released, now)
        lines += [f"recorded  {service}" for service in recorded.stale(now)]
    elif recorded.files or base.files:
        problems += _stale(recorded, now)
    else:
        return Report([NOTHING], [])
    if not verdict.is_bearable and (revision or not write):
        problems.append(f"clients of the last release would break; mend that, or allow it in {FOLDER}/{FILE}")
    return Report(lines, problems)


def _said_of(revision: Revision, base: Released) -> Iterator[str]:
    if not base.descriptions:
        yield f"{revision.name} has no {FOLDER}: to it, every service is new"


def _stale(recorded: Released, now: Mapping[str, Description]) -> Iterator[str]:
    for service in recorded.stale(now):
        yield f"{FOLDER}/{service}.json is not what {service} says of itself today; run inv contracts --write"


def _idle(revision: Revision, base: Released, recorded: Released, verdict: Verdict, day: date) -> Iterator[str]:
    """The breaks that allow nothing."""
    # A branch may have one, and what it allows, before us. Both then wait for the release, which takes them up.
    waiting = [] if revision.is_release else base.breaks
    for each in idle(recorded.breaks, verdict, day):
        if each not in waiting:
            yield f"{FOLDER}/{FILE}: {each}: that is not so, seen from {revision.name}; take it out"

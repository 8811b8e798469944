"""Whether today's services may be released, and every line that there is to say of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from {{ cookiecutter.namespace }}.contracts.compatibility.breaks import Break, allowing
from {{ cookiecutter.namespace }}.contracts.compatibility.canonical import Description
from {{ cookiecutter.namespace }}.contracts.compatibility.change import Change
from {{ cookiecutter.namespace }}.contracts.compatibility.comparing import compare


@dataclass(frozen=True)
class Verdict:
    """What has changed since a base, sorted by what it means."""

    new: list[Change] = field(default_factory=list)
    breaking: list[Change] = field(default_factory=list)
    allowed: list[tuple[Change, Break]] = field(default_factory=list)
    too_early: list[tuple[Change, Break]] = field(default_factory=list)

    @property
    def is_bearable(self) -> bool:
        return not (self.breaking or self.too_early)

    def lines(self) -> Iterator[str]:
        """One for each change; those that break last, where a reader looks first."""
        yield from (f"new       {change}" for change in self.new)
        yield from (f"allowed   {change.told} ({meant.reason})" for change, meant in self.allowed)
        yield from (f"too early {change.told}: allowed from {meant.date} on" for change, meant in self.too_early)
        yield from (f"BREAKING  {change}" for change in self.breaking)


def judge(
    base: Mapping[str, Description], today: Mapping[str, Description], breaks: Iterable[Break], day: date
) -> Verdict:
    """What has become of each service since `base`, and which breaks are allowed on that day."""
    verdict, breaks = Verdict(), list(breaks)
    for service in sorted(base.keys() | today.keys()):
        for change in compare(service, base.get(service), today.get(service)):
            meant = allowing(change, breaks)
            if not change.breaks:
                verdict.new.append(change)
            elif meant is None:
                verdict.breaking.append(change)
            elif meant.date > day:
                verdict.too_early.append((change, meant))
            else:
                verdict.allowed.append((change, meant))
    return verdict


def idle(breaks: Iterable[Break], verdict: Verdict, day: date) -> list[Break]:
    """Those whose day has come and that allow nothing: what they mean has not happened, or has been released."""
    at_work = {meant for _, meant in [*verdict.allowed, *verdict.too_early]}
    return [each for each in breaks if each.date <= day and each not in at_work]

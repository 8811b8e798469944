"""How long it takes to get from one arrangement to another, or back."""

from lab.worksheet.arrangements import Arrangement
from lab.worksheet.inputs import Figures


def person_weeks(figures: Figures, before: Arrangement, after: Arrangement) -> float:
    """The weeks that one person alone would need."""
    weeks = 0.0
    if after.parted != before.parted:
        weeks += figures["parts"] * figures["cut" if after.parted else "join"]
    if after.contained != before.contained:
        weeks += figures["join"] if before.contained or figures["containers"] else figures["pack"]
    if after.composed and not before.composed:
        weeks += figures["compose"] / figures["week"]
    return weeks


def weeks_to(figures: Figures, before: Arrangement, after: Arrangement) -> float:
    """The weeks that your team needs. No more than one person works on a part."""
    hands = min(figures["team"] * figures["free"] / 100, figures["parts"])
    work = person_weeks(figures, before, after)
    return work / hands if work else 0.0


def weeks_allowed(figures: Figures) -> float:
    """The weeks that a move may last."""
    return figures["weeks"] * figures["spend"] / 100

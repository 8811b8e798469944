"""Whether a measurement shows what a lesson claims. Directions are claimed, never figures."""

from lab.display import with_unit
from lab.errors import LabError
from lab.measure.spread import clearly_more

LEAST_FACTOR = 1.2
"""A smaller factor than this is not told apart from a machine's moods."""


def judge(way: str, measured: float, bound: float, unit: str) -> tuple[bool, str]:
    """Whether `measured` is `at_least`, `at_most`, `more_than` or `less_than` the bound, and this claim in words.

    Raises LabError for a claim that no machine could be held to.
    """
    if way in {"at_least", "at_most"} and unit != "x":
        raise LabError(f"{way} is for factors, and this is in {unit}: claim more_than or less_than another measurement")
    if way == "at_least":
        if bound < LEAST_FACTOR:
            raise LabError(f"at_least={bound:g} cannot be told from chance: claim a factor of {LEAST_FACTOR} or more")
        return float(measured) >= bound, f"at least {with_unit(bound, unit)}"
    if way == "at_most":
        if not 0 < bound <= 1 / LEAST_FACTOR:
            raise LabError(f"at_most={bound:g} cannot be told from chance: claim {1 / LEAST_FACTOR:.2f} or less")
        return float(measured) <= bound, f"at most {with_unit(bound, unit)}"
    if way == "more_than":
        return clearly_more(measured, bound, margin=LEAST_FACTOR), f"clearly more than {with_unit(float(bound), unit)}"
    return clearly_more(bound, measured, margin=LEAST_FACTOR), f"clearly less than {with_unit(float(bound), unit)}"

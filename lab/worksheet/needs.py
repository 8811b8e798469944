"""What a stage has to be able to do for you. A need is met or it is not: nothing makes up for it."""

from lab.worksheet.arrangements import Arrangement
from lab.worksheet.facts import USUAL_DAY
from lab.worksheet.inputs import Figures


def capacity(figures: Figures, one: Arrangement) -> float:
    """The requests a second that it bears, busy to 70 % as in lesson 3.5, on as many machines as one can ship to."""
    # A monolith in one image could be shipped to as many as a cluster has. No stage of the book is that.
    machine = USUAL_DAY / figures["machines"]
    machines = figures["cluster" if one.contained else "by_hand"]
    return machine * machines / (max(1.0, figures["hop"]) if one.parted else 1.0)


def slowed(figures: Figures, one: Arrangement) -> float:
    """How many times as long a quiet part takes while another one is busy."""
    limits = figures["limits"] if one.contained else 1.0
    return max(1.0, figures["drowned"] / limits)


def unmet(figures: Figures, one: Arrangement) -> list[str]:
    """The names of the needs that it does not meet."""
    met = {
        "peak": capacity(figures, one) >= figures["peak"],
        "on_call": one.programs(figures) <= max(1.0, figures["on_call"] * figures["knows"]),
        "patience": slowed(figures, one) <= figures["patience"],
        "keys": one.parted or not figures["keys"],
        "apart": one.parted or not figures["apart"],
    }
    return [name for name, is_met in met.items() if not is_met]

"""What you have measured: which entry of the logbook says it, and between which values it makes sense."""

from dataclasses import dataclass

from lab.capacity.demand import demand
from lab.worksheet.inputs import Input

FEATURES = 6
"""The features of the game, of which lessons 2.1 and 2.6 count how many answer."""

USUAL_DAY = demand(installed=5_000_000, daily=0.2, sessions=3, requests=5, busiest_hour=0.1).peak
"""The requests a second of the usual day in lesson 3.5, for which it counts machines."""


@dataclass(frozen=True)
class Fact(Input):
    """A number that a lesson measures, and writes in the logbook under `id`."""

    id: str = ""

    @property
    def whose(self) -> str:
        return "measured"

    @property
    def lesson(self) -> str:
        return self.id.partition("-")[0]


FACTS = (
    Fact("machines", "machines for 5M on a usual day", 8, 1, 1_000, unit="machines", kind="whole", id="3.5-machines"),
    Fact("hop", "redeeming a code, split / monolith", 1, 0.5, 50, unit="x", id="2.6-redeem"),
    Fact("memory", "memory, split / monolith", 1, 0.5, 50, unit="x", id="2.6-memory"),
    Fact(
        "databases", "databases of six features in split", 8, 6, 40, unit="databases", kind="whole", id="2.6-databases"
    ),
    Fact("in_order", "releases for one field that crosses", 1, 1, 40, unit="releases", kind="whole", id="2.6-releases"),
    Fact(
        "alive_whole",
        "that answer while one hangs, monolith",
        0,
        0,
        6,
        unit="of 6 features",
        kind="whole",
        id="2.6-alive-monolith",
    ),
    Fact(
        "alive_parted",
        "that answer while one hangs, split",
        5,
        0,
        6,
        unit="of 6 features",
        kind="whole",
        id="2.6-alive-split",
    ),
    Fact("stuck", "how often six teams' train stays", 25, 0, 99, unit="%", id="2.1-stuck"),
    Fact("drowned", "waiting beside a busy neighbour", 5, 0.5, 1_000, unit="x", id="3.1-drowned"),
    Fact("limits", "the same, without limits / with limits", 5, 0.5, 1_000, unit="x", id="3.1-limits"),
    Fact("pipeline", "a release by the pipeline", 15, 0, 3_600, unit="s", id="3.4-pipeline"),
)

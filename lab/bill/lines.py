"""The lines of the bill: what each asks, and which entry of the logbook answers it."""

from typing import NamedTuple


class Line(NamedTuple):
    """One line: what it is about, and the id of the measurement that fills it, which begins with its lesson."""

    what: str
    id: str

    @property
    def lesson(self) -> str:
        return self.id.partition("-")[0]


GAINS = "what we bought"
PRICES = "what we pay"

LINES = {
    GAINS: [
        Line("features that answer while one program hangs, monolith", "2.6-alive-monolith"),
        Line("features that answer while one program hangs, split", "2.6-alive-split"),
        Line("features that answer after one bad file, monolith", "2.1-file"),
    ],
    PRICES: [
        Line("redeeming a code, split / monolith", "2.6-redeem"),
        Line("services that one redemption passes through", "2.6-hops"),
        Line("memory, split / monolith", "2.6-memory"),
        Line("processes, split / monolith", "2.6-processes"),
        Line("starting, split / monolith", "2.6-start"),
        Line("databases to back up in split", "2.6-databases"),
        Line("gifts of nobody in a backup taken meanwhile", "2.6-torn"),
        Line("releases for one field that crosses the border", "2.6-releases"),
        Line("foreign keys that the cut crosses", "2.2-crossing"),
        Line("codes lost by calling in the wrong order", "2.2-after"),
        Line("tables that the office copies by mistake", "2.3-tables"),
        Line("questions of a join by hand, naively", "2.3-questions"),
        Line("databases that one program opens", "2.3-doors"),
        Line("a call that asks the permitter / one that remembers", "2.4-hop"),
        Line("of 4 that work on a mixed Friday", "2.5-friday"),
    ],
}

"""What two projects answered while their versions changed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lab.display import Shown, Table

KINDS = (("coupon", "reads"), ("coupon", "writes"), ("backoffice", "reads"), ("backoffice", "writes"))


@dataclass(frozen=True)
class State:
    """Which version each side had at a moment. `table`: the version whose migrations the database has been through."""

    table: str
    coupon: str
    backoffice: str


@dataclass(frozen=True)
class Answer:
    """One question, and whether it was answered well. `why`: what the project's log said of it, where it was not."""

    state: State
    project: str
    what: str
    well: bool
    why: str = ""


class Asked(Shown):
    """Answers, counted by state, in the order in which the states came."""

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        self.answers = list(answers)

    @property
    def states(self) -> list[State]:
        return list(dict.fromkeys(answer.state for answer in self.answers))

    @property
    def failed(self) -> int:
        """How many questions were not answered well, of all."""
        return sum(not answer.well for answer in self.answers)

    @property
    def whole(self) -> int:
        """How many of the four (each project reads, each writes) were always answered well."""
        ill = {(answer.project, answer.what) for answer in self.answers if not answer.well}
        return len(set(KINDS) - ill)

    def failures(self, project: str, what: str = "") -> int:
        """How many questions to one project failed, or those of one kind."""
        return sum(
            not answer.well for answer in self.answers if answer.project == project and what in ("", answer.what)
        )

    @property
    def why(self) -> list[str]:
        """What the projects' logs said, each once."""
        said = [f"{answer.project} {answer.what}: {answer.why}" for answer in self.answers if answer.why]
        return list(dict.fromkeys(said))

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _table(self) -> Table:
        asked = Counter((answer.state, answer.project, answer.what) for answer in self.answers)
        well = Counter((answer.state, answer.project, answer.what) for answer in self.answers if answer.well)
        rows = []
        for state in self.states:
            for project, version in (("coupon", state.coupon), ("backoffice", state.backoffice)):
                told = [
                    f"{well[state, project, what]} of {asked[state, project, what]}" for what in ("reads", "writes")
                ]
                rows.append(["" if project == "backoffice" else state.table, f"{project} {version}", *told])
        columns = ["the table", "project", "reads", "writes"]
        return Table(columns, rows, title="How many questions were answered well")

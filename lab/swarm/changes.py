"""What happened to a service: a replica was lost, or a new version came."""

from dataclasses import dataclass

from lab.display import Shown, Table


@dataclass(frozen=True, repr=False)
class Loss(Shown):
    """A replica that was killed, and how many `seconds` passed until there were as many as before."""

    replica: str
    seconds: float

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _table(self) -> Table:
        return Table(["lost", "all there again after, s"], [[self.replica, self.seconds]])


@dataclass(frozen=True, repr=False)
class Update(Shown):
    """What became of a new version: `state` is as Swarm says it, `completed` or `rollback_completed`, for example.

    `why` is what it says of a replica that failed, and empty where none did.
    """

    service: str
    image: str
    state: str
    seconds: float
    why: str

    def __bool__(self) -> bool:
        """Whether the new version serves."""
        return self.state == "completed"

    @property
    def rolled_back(self) -> bool:
        """Whether the old version serves again."""
        return self.state == "rollback_completed"

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _table(self) -> Table:
        row = [self.service, self.image, self.state.replace("_", " "), self.seconds, self.why]
        return Table(["service", "new image", "what came of it", "s", "why"], [row])

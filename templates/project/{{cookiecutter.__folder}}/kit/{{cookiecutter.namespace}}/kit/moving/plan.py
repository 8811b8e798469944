"""Who moves where."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class Side(BaseModel):
    """One of the two stages, as far as a move has to know it."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    name: str
    databases: dict[str, str] = Field(repr=False)  # name -> DATABASE_URL, which may hold a password
    homes: dict[str, str]  # label of an app of ours -> the database that it lives in
    users: str  # the database that users live in, and with them all apps that are not ours
    media: dict[str, Path] = {}  # label of an app of ours -> the folder of its uploaded files

    def home(self, label: str) -> str:
        """The database that an app lives in."""
        return self.homes.get(label, self.users)

    def alias(self, label: str) -> str:
        """What Django calls that database during a move."""
        return self.alias_of(self.home(label))

    def alias_of(self, database: str) -> str:
        """What Django calls a database during a move: the stage's name goes before its own."""
        return f"{self.name}:{database}"


class Plan(BaseModel):
    """A move from one side to the other."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    source: Side
    target: Side

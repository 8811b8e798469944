"""An event's page, as a game shows it, and what it took to put it together."""

from collections.abc import Mapping
from html import escape
from typing import Any

from lab.display import Shown


class EventPage(Shown):
    """What came, in how many `seconds`. `missing` names what did not come in time."""

    def __init__(self, content: Mapping[str, Any], seconds: float) -> None:
        self.content = content
        self.seconds = seconds
        self.missing: list[str] = content["missing"]

    def lines(self) -> list[tuple[str, str]]:
        """What it shows, part by part: the part's name, and its content in words."""
        banner, told, player = (self.content[name] for name in ("banner", "announcement", "player"))
        standing = self.content["standing"]
        shown = [
            ("banner", banner and f"{banner['name']}, {banner['size']} bytes"),
            ("announcement", told and told["title"]),
            ("player", player and player["nickname"]),
            ("points", standing and str(standing["points"])),
        ]
        shown += [(f"rewards.{goal}", f"given {found['uses']}x") for goal, found in self.content["rewards"].items()]
        there = [(name, what) for name, what in shown if what]
        return there + [(name, "not there at the moment") for name in self.missing]

    def text(self) -> str:
        width = max(len(name) for name, _ in self.lines())
        return "\n".join(f"{name:<{width}}  {what}" for name, what in self.lines()) + f"\n{self._note()}"

    def html(self) -> str:
        rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(what)}</td></tr>" for name, what in self.lines())
        return f'<table class="lab-table"><tbody>{rows}</tbody></table><p class="lab-note">{escape(self._note())}</p>'

    def _note(self) -> str:
        return f"It took {self.seconds * 1000:.0f} ms."

"""The permitter of a running stage, seen from its desk: permits, the audit log, and how often it was asked."""

import json
from collections.abc import Callable
from html import escape
from typing import Any

from lab.display import Shown, Table
from lab.errors import LabError
from lab.permitting.questions import count_questions
from lab.running.managing import manage
from lab.running.stages import Stage
from lab.where import ROOT

AUDIT = (
    "import json; from clever.service.permitter.models import AuditEntry as Entry\n"
    "for e in Entry.objects.all()[:{last}]: print(json.dumps([e.by, e.what, e.caller, e.service, e.operation]))"
)


class Desk(Shown):
    """Whoever sits here has a shell on the permitter's machine, and may change who calls whom."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def permits(self, *words: str) -> str:
        """`manage.py permits ...`: list, add, rotate, disable, enable, grant, revoke. Returns what it said."""
        return self._manage("permits", *words)

    def audit(self, last: int = 5) -> Table:
        """The newest entries of the audit log, the newest first."""
        lines = self._manage("shell", "--verbosity=0", "-c", AUDIT.format(last=int(last))).splitlines()
        return Table(["who", "did", "caller", "service", "operation"], [json.loads(line) for line in lines])

    def credentials(self, caller: str) -> tuple[str, str]:
        """Name and secret of one of the stage's projects, for `auth=`. They come from the file that it reads."""
        values = self.environment(caller)
        return values["CALLER_NAME"], values["CALLER_SECRET"]

    def environment(self, project: str) -> dict[str, str]:
        """The variables that a project's settings read, so that a server of your own can serve the same.

        They hold secrets. Raises LabError for a project that was never started here.
        """
        from clever.runner.envfile import read_env
        from clever.runner.places import StageFolder

        values = read_env(StageFolder.of(self.stage.name, ROOT).environment(project))
        if not values:
            raise LabError(f"{self.stage.name} has no project {project!r} that was started here")
        return values

    def questions(self, work: Callable[[], Any]) -> int:
        """Do `work`, and count what all services asked the permitter meanwhile: the permitter's own log says so."""
        return count_questions(self.stage, work)

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'

    def text(self) -> str:
        return f"the desk of {self.stage.name}'s permitter"

    def _manage(self, *words: str) -> str:
        given = self.environment("permitter")
        return manage(self.stage.sources, *words, environment=given, name=f"{words[0]}, at the permitter's desk,")


def permitter(stage: Stage) -> Desk:
    """The desk of a stage's permitter. Raises LabError for a stage that has none."""
    if "permitter" not in stage.services:
        raise LabError(f"{stage.name} has no permitter: its settings say who calls. Start split for one")
    return Desk(stage)

"""The project's own rules on imports, and what they say to one import more."""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from lab.boundaries.linter import lint
from lab.display import Shown, Table
from lab.errors import LabError
from lab.where import REFERENCE_APP, ROOT

RULE = re.compile(r"^(?P<name>\S.*) (?P<state>KEPT|BROKEN)(?: \(.*\))?$", re.MULTILINE)
CHAIN = re.compile(r"^- +(?P<chain>\S+ -> \S+ \(l\.[^)]*\))", re.MULTILINE)


class Boundaries(Shown):
    """Each rule, and whether it is kept; and the imports that break one."""

    def __init__(self, rules: dict[str, bool], culprits: list[str]) -> None:
        self.rules = rules
        self.culprits = culprits

    @property
    def broken(self) -> list[str]:
        """The names of the rules that are not kept."""
        return [name for name, kept in self.rules.items() if not kept]

    def table(self) -> Table:
        rows = [[name, "kept" if kept else "BROKEN"] for name, kept in self.rules.items()]
        return Table(["rule", ""], rows, title=f"Broken by {'; '.join(self.culprits)}" if self.culprits else "")

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def boundaries(*, service: str = "", adding: str = "") -> Boundaries:
    """Ask import-linter whether the reference app keeps its own rules; given a line, whether it would with that line.

    The line is added at the end of the service's actions.py, in a copy: `lab.boundaries(service="coupon",
    adding="from clever.service.player.models import Inventory")`. Raises LabError where there is no such service, where
    the line is no Python, and where import-linter is not installed.
    """
    with TemporaryDirectory(prefix="lab-boundaries-") as folder:
        if service:
            _copy(service, Path(folder), adding)
        said = lint(ROOT, first=Path(folder))
    rules = {found["name"]: found["state"] == "KEPT" for found in RULE.finditer(said)}
    if not rules:
        raise LabError("import-linter could not ask its rules: its last words follow", detail=said.strip()[-500:])
    return Boundaries(rules, [found["chain"] for found in CHAIN.finditer(said)])


def _copy(service: str, folder: Path, line: str) -> None:
    source = REFERENCE_APP / "services" / service / "clever"
    if not source.is_dir():
        known = sorted(one.parent.name for one in REFERENCE_APP.glob("services/*/clever"))
        raise LabError(f"there is no service {service!r} to add a line to: there is {', '.join(known)}")
    try:
        compile(line, "the line", "exec")
    except SyntaxError as error:
        raise LabError(f"this line is no Python ({error.msg}): {line}") from error
    shutil.copytree(source, folder / "clever", ignore=shutil.ignore_patterns("__pycache__"))
    actions = folder / "clever" / "service" / service / "actions.py"
    actions.write_text(f"{actions.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")

"""Which tests a tier runs, and what came of them."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from workbook.errors import BookError

type Tier = Literal["fast", "default", "full"]

WORKERS = 2
NOTHING_COLLECTED = 5


@dataclass(frozen=True)
class Part:
    """One call of pytest."""

    name: str
    arguments: list[str]


@dataclass
class Tally:
    """What pytest counted. `skips` are the reasons, each once."""

    tests: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    skips: list[str] = field(default_factory=list)

    def add(self, report: Path) -> None:
        """Add the results in a JUnit report."""
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314 - pytest wrote it just now
            self.tests += int(suite.get("tests", 0))
            self.failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            self.skipped += int(suite.get("skipped", 0))
            self.seconds += float(suite.get("time", 0))
            reasons = [skip.get("message", "") for skip in suite.iter("skipped")]
            self.skips = sorted({*self.skips, *reasons})

    def as_json(self) -> dict[str, Any]:
        return {"passed": not self.failed} | asdict(self)


def parts(root: Path, tier: Tier, stage: str = "") -> list[Part]:
    """Tests without processes of their own run side by side; those with live stages run one after the other.

    Raises BookError if there is no such stage.
    """
    where = _stage_folders(root, stage) if stage else []
    beside = "not live and not full" if tier != "full" else "not live"
    alone = "live and not full" if tier != "full" else "live"
    quick = Part("without processes", [*where, "-m", beside, "-n", str(WORKERS), "--dist", "loadfile"])
    if tier == "fast":
        return [Part(quick.name, [*where, "-m", f"{beside} and not engine", *quick.arguments[-4:]])]
    return [quick, Part("with live processes", [*where, "-m", alone])]


def _stage_folders(root: Path, stage: str) -> list[str]:
    stages = root / "reference_app/stages"
    known = sorted(file.parent.name for file in stages.glob("*/stage.toml"))
    if stage not in known:
        raise BookError(f"there is no stage {stage!r}; there are: {', '.join(known) or 'none yet'}")
    return [f"reference_app/stages/{stage}", "reference_app/acceptance"]


def run(root: Path, part: Part, report: Path, tier: Tier, stage: str = "") -> bool:
    """Run one part; pytest writes to the terminal itself. Returns whether it passed; nothing to run is a pass."""
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    environment = os.environ | {"TEST_TIER": tier} | ({"TEST_STAGE": stage} if stage else {})
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *part.arguments]
    ran = subprocess.run(command, cwd=root, env=environment, check=False)  # noqa: S603 - pytest, in words of ours
    return ran.returncode in (0, NOTHING_COLLECTED)

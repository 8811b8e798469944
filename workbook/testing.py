"""Which tests a tier runs, and what came of them."""

import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from workbook.errors import BookError
from workbook.parts import Part

type Tier = Literal["fast", "default", "full"]

# Live tests wait two thirds of their time, so one worker more than there are processors keeps those busy. What starts
# nothing only computes.
AT_ONCE = 2
WORKERS = 2
LIVE_WORKERS = 3

# What is in no project together with all else, so each is tested in its own folder, on its own settings.
BY_THEMSELVES = (
    "permittee",
    "kit/tests/outbox",
    "kit/tests/sentry",
    "kit/tests/tracing",
    "services/permitter",
    "services/event",
    "services/backoffice",
)
# Those of them that are a project which is tested alone as well, where there is time for more than the fast tests.
ALSO_ALONE = ("services/permitter", "services/event")


@dataclass
class Tally:
    """What pytest counted. `skips` are the reasons, each once."""

    tests: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0  # from the first part's begin to the last one's end
    skips: list[str] = field(default_factory=list)

    def add(self, report: Path) -> None:
        """Add the results in a JUnit report."""
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314 - pytest wrote it just now
            self.tests += int(suite.get("tests", 0))
            self.failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            self.skipped += int(suite.get("skipped", 0))
            reasons = [skip.get("message", "") for skip in suite.iter("skipped")]
            self.skips = sorted({*self.skips, *reasons})

    def as_json(self) -> dict[str, Any]:
        return {"passed": not self.failed} | asdict(self)


def stages(root: Path, wanted: str = "") -> list[str]:
    """The stages to be tested: one, or all. Raises BookError if there is no such stage."""
    known = sorted(file.parent.name for file in (root / "reference_app/stages").glob("*/stage.toml"))
    if wanted and wanted not in known:
        raise BookError(f"there is no stage {wanted!r}; there are: {', '.join(known) or 'none yet'}")
    return [wanted] if wanted else known


def own_tests(root: Path, tier: Tier, stage: str = "") -> Iterator[Part]:
    """The tests of every part of the project, or of one stage's folder.

    Those that start nothing come first, since they are quick to say what is wrong.
    """
    folders = [f"reference_app/stages/{stage}"] if stage else []
    for name, arguments in arguments_of(tier).items():
        yield Part(name, pytest(*folders, *arguments), root, may_be_empty=bool(stage))
    for folder in () if stage else BY_THEMSELVES:
        there = root / "reference_app" / folder
        if there.is_dir() and (tier == "fast" or folder not in ALSO_ALONE):
            yield Part(f"{Path(folder).name} by itself", pytest("-m", _marks(tier)), there)


def exclusive(root: Path, tier: Tier) -> Iterator[Part]:
    """Tests that would disturb all others, as they begin and leave a state of the whole engine."""
    if tier == "full":
        yield Part("what runs alone", pytest("-m", "alone", "tests"), root, alone=True)


def arguments_of(tier: Tier) -> dict[str, list[str]]:
    """How pytest is called for a tier, by the name of the part."""
    short = "" if tier == "full" else " and not full"
    beside = "not live" + short + (" and not engine" if tier == "fast" else "")
    parts = {"without processes": side_by_side(beside)}
    # What is for PostgreSQL alone has a part of its own, which gives it one; what goes along with a stage runs there.
    live = "live and not postgresql and not alone and not along" + short
    return parts if tier == "fast" else parts | {"with live processes": side_by_side(live, LIVE_WORKERS)}


def _marks(tier: Tier) -> str:
    """What a tier leaves out of tests that run by themselves."""
    return "not live" if tier == "fast" else "live or not live"


def side_by_side(marks: str, workers: int = WORKERS) -> list[str]:
    """How pytest is called for tests of these marks: so many files at a time, each with stages and ports of its own."""
    return ["-m", marks, "-n", str(workers), "-p", "workbook.sharing"]


def pytest(*arguments: str) -> tuple[str, ...]:
    """The command that runs pytest in this environment."""
    return (sys.executable, "-m", "pytest", "-q", *arguments)

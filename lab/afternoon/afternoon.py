"""The afternoon itself: one step after the other, each with its seconds."""

import atexit
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from lab.afternoon.lines import Lines, Texts, lines, texts
from lab.afternoon.permits import with_permits
from lab.afternoon.project import Project
from lab.afternoon.stage import OwnStage
from lab.display import Shown, Table
from lab.errors import LabError
from lab.where import ROOT

PUT_AWAY = Path(__file__).with_name("put_away.py")
FINISHING = "clever.scaffolding.finishing"


class Afternoon(Shown):
    """A checkout of a stage, in a scratch folder. `seconds` has what each step took, by its name.

    Use it with `with`, or call `close()`; at the latest it ends with the notebook, and what it started does too.
    """

    def __init__(self, stage: str) -> None:
        self.stage = stage
        self.seconds: dict[str, float] = {}
        self.service = ""
        self.scratch = Path(tempfile.mkdtemp(prefix="afternoon-"))
        self.project = Project(self.scratch / "mine", state=self.scratch / "state")
        atexit.register(self._end, wait=False)  # from here on there is something to put away
        try:
            with self._step("checkout"):
                self._check_out()
                self.project.install()
        except BaseException:
            self.close()
            raise
        self._before: Texts = texts(self.project.folder)
        self._made: Texts = {}

    def new_service(self, name: str, *, calls: str = "", title: str = "", title_ko: str = "") -> None:
        """`inv new-service`. Raises LabError with what it refuses."""
        told = {"--title": title, "--title-ko": title_ko, "--calls": calls}
        words = [word for option, value in told.items() if value for word in (option, value)]
        with self._step("new-service"):
            self.project.run("inv", "new-service", name, *words)
        self.service = name
        self._made = texts(self.project.folder)

    def write(self, folder: Path | str) -> None:
        """Lay the files of a folder over the project, then make the service's first migration and its messages anew.

        Raises LabError where there is nothing to lay over, and where Django or Python does not take it.
        """
        given = Path(folder) if Path(folder).is_absolute() else ROOT / folder
        if not given.is_dir():
            raise LabError(f"there is no folder {folder}: give one that is laid out like the project")
        own = f"services/{self._known_service()}"
        with self._step("write"):
            shutil.copytree(given, self.project.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.pyc"))
            for migration in self.project.folder.glob(f"{own}/clever/service/*/migrations/0*.py"):
                migration.unlink()  # no database has ever seen it
            self.project.run("python", "-m", FINISHING, own)

    def permit(self, caller: str, *operations: str) -> None:
        """Let a caller call more, as stage.toml says it: `"coupon POST /api/coupon/redemptions"`. Raises LabError."""
        file = self.project.folder / "stages" / self.stage / "stage.toml"
        file.write_text(with_permits(file.read_text("utf-8"), caller, operations), "utf-8")

    def test(self, service: str = "") -> str:
        """The service's own tests. What pytest says in its last line. Raises LabError where one fails."""
        own = service or self._known_service()
        with self._step("its tests"):
            said = self.project.run("pytest", "-q", "--ds=tests.settings", within=f"services/{own}")
        return said.splitlines()[-1]

    def up(self) -> OwnStage:
        """Start the stage, with the new service in it."""
        with self._step("up"):
            self.project.run("inv", "up", self.stage, "--detach")
        found: dict[str, Any] = json.loads(self.project.run("inv", "status", "--json"))[self.stage]
        return OwnStage(self.stage, found["url"], found["services"], self.project)

    def lines(self) -> Lines:
        """Which lines the template made, and which a person wrote, by where they are."""
        return lines(self._known_service(), self._before, self._made, texts(self.project.folder))

    def close(self) -> None:
        """Stop the stage, and remove the folder. Safe to call twice."""
        self._end(wait=True)

    def _end(self, *, wait: bool) -> None:
        atexit.unregister(self._end)
        if self.scratch.exists():
            # By itself: a kernel that is told to end does not wait until a stage has.
            ending = subprocess.Popen(
                [sys.executable, "-I", str(PUT_AWAY), str(self.scratch), str(self.project.folder), self.stage],
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            with suppress(subprocess.TimeoutExpired):
                ending.wait(timeout=120 if wait else 0.01)

    def _check_out(self) -> None:
        command = [sys.executable, "-m", "invoke", "checkout", self.stage, str(self.project.folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode:
            told = re.sub(r"\s+", " ", done.stderr or done.stdout).strip()
            raise LabError(f"{self.stage} was not checked out: {told}")

    def _known_service(self) -> str:
        if not self.service:
            raise LabError("there is no new service yet: call new_service first")
        return self.service

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def table(self) -> Table:
        whole = sum(self.seconds.values())
        rows = [[step, f"{seconds:.1f}"] for step, seconds in [*self.seconds.items(), ("all of it", whole)]]
        return Table(["step", "seconds"], rows)

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def afternoon(stage: str = "composition") -> Afternoon:
    """Check a stage out into a scratch folder, and install what it needs. Raises LabError where that cannot be."""
    return Afternoon(stage)

"""A baked project that lives: it runs at one stage after the other, and takes what it keeps along."""

import json
import sys
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import uuid4

import httpx2

from clever.runner.containers.engine import PROJECT, find_engine
from clever.runner.containers.naming import project_name
from clever.runner.places import StageFolder
from clever.runner.secrets import credentials_in
from clever.runner.stagefile import StageFile, load_stage
from clever.runner.tables import CONTAINERS
from workbook.project_template.proof.baked import Baked

DUMP = ("manage.py", "dumpdata", "--natural-foreign", "--format=jsonl")
# What each database has by ids of its own, and what a start adds by itself: roles see more where there is more, and the
# permitter knows each stage's own callers.
LEFT_OUT = ("sessions.", "contenttypes.", "auth.permission", "auth.group", "permitter.")

type Rows = dict[str, str]  # model -> how many rows, and their checksum


@dataclass(frozen=True)
class Grown:
    """The project, and where its stages are asked."""

    baked: Baked

    def inv(self, *arguments: str) -> str:
        return self.baked.python("-m", "invoke", *arguments)

    def commit(self) -> None:
        """Keep the project in git as it is, which a step to another stage asks for."""
        own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
        for line in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=kept", "--allow-empty"]):
            self.baked.run("git", *own, *line)

    def go(self, way: str, stage: str, *arguments: str) -> str:
        """`inv grow` or `inv shrink`. Gives what it has said."""
        self.commit()
        return self.inv(way, stage, "--yes", *arguments)

    def up(self, stage: str, on: str = "") -> "Running":
        self.inv("up", stage, "--detach", *([f"--on={on}"] if on else []))
        return Running(self, load_stage(stage, self.baked.folder, on=on), self._status(stage))

    def _status(self, stage: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.inv("status", "--json"))
        return {stage: found[stage]}


@dataclass(frozen=True)
class Running:
    """One of its stages, which is up."""

    project: Grown
    stage: StageFile
    status: dict[str, Any]

    @property
    def folder(self) -> StageFolder:
        return StageFolder(self.project.baked.folder / "var" / self.stage.name)

    def put_records(self, count: int) -> None:
        """Somebody orders something."""
        known = credentials_in(self.folder.secrets)
        url = self.status[self.stage.name]["services"]["orders"]
        with httpx2.Client(auth=(known.caller_name, known.caller_secret), trust_env=False) as http:
            for number in range(count):
                new = {"customer": str(uuid4()), "title": f"차 {number} 🍵", "amount": number}
                http.put(f"{url}/api/orders/records/{uuid4()}", json=new).raise_for_status()

    def behaves(self) -> str:
        """The last line of the suite that every stage passes. Raises BookError where it does not."""
        file = self.project.baked.folder / "var" / "stages.json"
        file.write_text(json.dumps(self.status))
        namespace = self.project.baked.namespace
        # Ours is installed here, and pytest would take it for the project's.
        plugins = ("-p", "no:clever.acceptance.plugin", "-p", f"{namespace}.acceptance.plugin")
        suite = ("--pyargs", f"{namespace}.acceptance.generic")
        where = (f"--stage-map={file}", f"--credentials={self.folder.secrets}")
        return self.project.baked.python("-m", "pytest", "-q", *plugins, *suite, *where).splitlines()[-1]

    def rows(self) -> Rows:
        """What each model says, by the project's own code: in its process or in its container."""
        lines: dict[str, list[str]] = {}
        for name in self.stage.projects:
            for line in self._dumped(name).splitlines():
                model = json.loads(line)["model"]
                if not model.startswith(LEFT_OUT):
                    lines.setdefault(model, []).append(line)
        return {model: f"{len(said)} {_digest(said)}" for model, said in sorted(lines.items())}

    def down(self) -> None:
        self.project.inv("down", self.stage.name)

    def _dumped(self, name: str) -> str:
        table = self.stage.projects[name]
        if not table.database:
            return ""
        if self.stage.on == CONTAINERS:
            return find_engine().run("exec", self._container(name), "python", *DUMP)
        launch = ("-m", f"{self.project.baked.namespace}.runner.launch", str(self.folder.environment(name)))
        inside = (self.stage.sources / table.folder).relative_to(self.project.baked.folder)
        return self.project.baked.python(*launch, sys.executable, *DUMP, inside=str(inside))

    def _container(self, service: str) -> str:
        name = project_name(self.stage.name, self.folder)
        labels = (f"label={PROJECT}={name}", f"label=com.docker.compose.service={service}")
        return find_engine().run("ps", "--quiet", *(word for label in labels for word in ("--filter", label))).strip()


def _digest(lines: list[str]) -> str:
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]

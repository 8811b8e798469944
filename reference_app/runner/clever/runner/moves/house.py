"""A stage as somebody who moves sees it: its folder, where its databases are, and what its projects read."""

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clever.runner import addresses
from clever.runner.database_server import at_hand, stop_orphan
from clever.runner.environment import inherited
from clever.runner.errors import StageError
from clever.runner.launching import Launch
from clever.runner.places import StageFolder
from clever.runner.processes import MARK, of_stage
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import StageFile
from clever.runner.ways import load_stage_of_processes


@dataclass(frozen=True)
class House:
    """One of the two stages. `given` is the caller's environment, as far as it concerns this one."""

    stage: StageFile
    folder: StageFolder
    given: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, name: str, root: Path, given: Mapping[str, str]) -> "House":
        """The stage called `name`. Raises StageError for an unknown one."""
        stage = load_stage_of_processes(
            name, root, instead="what it keeps is in volumes, which are not moved; begin it afresh"
        )
        # With one database it is DATABASE_URL; with several it is not, and the other stage's must not confuse this one.
        own = {each: value for each, value in given.items() if each != "DATABASE_URL" or len(stage.databases) == 1}
        return cls(stage, StageFolder.of(stage.name, root), own)

    def must_rest(self) -> None:
        """Raise StageError where the stage runs, or an earlier move still does."""
        stop_orphan(self.folder)
        if of_stage(self.folder.path):
            raise StageError(f"{self.stage.name} is running; stop it first: inv down {self.stage.name}")

    @property
    def apps(self) -> dict[str, str]:
        """The name of the database that each app of ours lives in."""
        return {
            app: project.database
            for project in self.stage.projects.values()
            if project.database
            for app in project.apps
        }

    def front_knows(self, apps: set[str], *, opened: bool) -> bool:
        """Whether the project where users live has these apps or, where that is enough, their databases `opened`."""
        front = self.stage.projects[self.stage.front]
        by_others = {app for app, home in self.apps.items() if home in front.opens}
        return apps <= set(front.apps) | (by_others if opened else set())

    def side(self, urls: Mapping[str, str]) -> dict[str, Any]:
        """What `manage.py copy_rows` has to know of this stage, whose databases are at `urls`."""
        users = self.stage.projects[self.stage.front].database
        if users is None:
            raise StageError(f"{self.stage.name}: {self.stage.front} has no database, so users live nowhere")
        return {
            "name": self.stage.name,
            "databases": {name: addresses.whole(url, self.stage.sources) for name, url in urls.items()},
            "homes": self.apps,
            "users": users,
            "media": {
                app: str(self.folder.media(project.media or name))
                for name, project in self.stage.projects.items()
                for app in project.apps
                if project.database
            },
        }

    def secrets(self) -> dict[str, str]:
        """The stage's secrets, made where they are missing."""
        return ensure_secrets(self.stage, self.folder.secrets)

    def environments(self, mark: StageFolder) -> dict[str, dict[str, str]]:
        """What commands of each project get. They carry the mark of a stage, so that nobody starts it meanwhile."""
        wish = Launch(self.stage, self.folder, asked_port=None, nginx=None, given=self.given)
        base = {**inherited(self.given), MARK: str(mark.path)}
        return {name: base | own for name, own in wish.environments(self.secrets(), wish.default_ports).items()}

    def where_it_was(self) -> dict[str, str]:
        """Where its databases are: as the caller says, else as the last start had them."""
        usual = addresses.of_a_start(self.stage, self.folder, {})
        told = {name: url for name, url in self.where_it_will_be().items() if url != usual[name]}
        return usual | addresses.of_the_last_start(self.stage, self.folder) | told

    def where_it_will_be(self) -> dict[str, str]:
        """Where a start would have its databases now."""
        return addresses.of_a_start(self.stage, self.folder, self.given)

    def at_hand(self, urls: Mapping[str, str]) -> AbstractContextManager[None]:
        """Within it those of the databases at `urls` that are on the stage's own server can be asked."""
        return at_hand(self.stage, self.folder, addresses.of_own_server(self.stage, self.folder, urls))

    def command(self, project: str, *words: str) -> tuple[list[str], Path]:
        """How `manage.py` of a project is called, and in which folder."""
        return [sys.executable, "manage.py", *words], self.stage.sources / self.stage.projects[project].folder

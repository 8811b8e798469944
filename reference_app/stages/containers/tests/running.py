"""The stage that runs, with its containers at hand."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from clever import runner
from clever.acceptance.addresses import Addresses
from clever.runner.containers.compose import Compose, Container
from clever.runner.places import StageFolder, find_root

from .composition import TABLE

ROOT = find_root(Path(__file__).parent)
FULL = os.environ.get("TEST_TIER") == "full"
SECONDS = 60.0  # for what takes about one, on a machine under heavy load


@dataclass(frozen=True)
class Running:
    """containers, as it is up."""

    running: runner.Running
    compose: Compose

    @property
    def addresses(self) -> Addresses:
        return Addresses("containers", self.running.url, self.running.services)

    def of(self, service: str) -> Container:
        """The one container of a service of the compose file."""
        [found] = self.compose.of_service(service)
        return found

    def inspected(self, service: str) -> dict[str, Any]:
        """All that the engine knows of it."""
        [found] = self.compose.inspect([self.of(service).id])
        return found

    def within(self, service: str, *command: str) -> str:
        """What a command says that runs in the service's container."""
        return self.compose.engine.run("exec", self.of(service).id, *command)

    def errors_of_nginx(self) -> list[str]:
        """What nginx has written down as its errors."""
        said = self.compose.engine.logs(self.of("nginx").id)
        return [line for line in said.splitlines() if "[error]" in line or "[crit]" in line]

    def with_image(self, service: str, image: str) -> Compose:
        """compose, for commands that take this image for the service's."""
        return replace(self.compose, overrides={f"{service.upper()}_IMAGE": image})

    def rows(self) -> dict[str, dict[str, str]]:
        """A checksum of each table of each database."""
        return {name: self._checksums(name) for name in TABLE.databases}

    def _checksums(self, database: str) -> dict[str, str]:
        tables = self._ask(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").split()
        # Not what each start writes by itself: when its commands were last run.
        sums = [f"SELECT '{name}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM \"{name}\" t" for name in tables]
        return dict(line.split("|", 1) for line in self._ask(database, " UNION ALL ".join(sums)).splitlines())

    def _ask(self, database: str, sql: str) -> str:
        return self.within("postgres", "psql", "-U", "postgres", "-d", database, "-AtXc", sql)

    def files(self) -> dict[str, str]:
        """A checksum of each uploaded file."""
        said = self.within("app", "sh", "-c", "cd /var/lib/clever/media && find . -type f -exec md5sum {} +")
        return {name: checksum for checksum, name in (line.split(maxsplit=1) for line in said.splitlines())}

    @staticmethod
    def until(done: Callable[[], bool], seconds: float = SECONDS) -> None:
        deadline = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < deadline, "it does not come to that"
            time.sleep(0.1)


@contextmanager
def running_containers(state: Path) -> Iterator[Running]:
    """The stage on data of its own, which is gone afterwards."""
    os.environ["STAGES_STATE"] = str(state)
    try:
        yield up()
    finally:
        runner.down("containers", forget_data=True, root=ROOT)


def up() -> Running:
    """Start it, or use it again."""
    running = runner.up("containers", root=ROOT, given={"PATH": os.environ["PATH"]})
    return Running(running, Compose.of(TABLE, StageFolder.of("containers", ROOT)))

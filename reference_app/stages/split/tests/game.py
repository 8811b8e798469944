"""The publisher's game, on a split stage that runs."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from clever.acceptance.addresses import Addresses
from clever.acceptance.callers import Device, Service
from clever.acceptance.codes import make_codes

from .conftest import TABLE
from .running import Split


class Game:
    """Players, codes, and a server that may do everything. It goes past nginx: whoever is away is seen to be away."""

    def __init__(self, split: Split) -> None:
        services = {app: split.projects[name] for name, project in TABLE.projects.items() for app in project.apps}
        self.addresses = Addresses("split", split.projects["backoffice"], services)
        self.server = Service(self.addresses, split.running.credentials)
        self._split = split

    def new_players(self, count: int) -> list[str]:
        phone = Device(self.addresses)
        return [phone.new_player() for _ in range(count)]

    def new_codes(self, count: int) -> list[str]:
        """Each gives three gems."""
        return make_codes(self.server, count)

    def pending(self, players: list[str]) -> list[str]:
        """The redemptions of these players whose items are still owed."""
        return [each["id"] for player in players for each in self._redemptions(player) if each["state"] == "pending"]

    def audit(self, players: list[str]) -> dict[str, Any]:
        """The audit of these players, by the one project that opens the databases of both services."""
        program = [sys.executable, "-m", "clever.contracts.testing.auditing", *players]
        environment = str(self._split.folder.environment("backoffice"))
        command = [sys.executable, "-m", "clever.runner.launch", environment, *program]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def _redemptions(self, player: str) -> Iterator[dict[str, Any]]:
        path = f"/api/coupon/redemptions?player_id={player}&limit=100"
        page = self.server.made("GET", path)
        yield from page["items"]
        while page["next"]:
            page = self.server.made("GET", f"{path}&after={page['next']}")
            yield from page["items"]

"""The publisher's events, on a composition that runs."""

import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import httpx2

from clever.acceptance.addresses import Addresses
from clever.acceptance.callers import Service
from clever.acceptance.domain.test_events import event

from ...split.tests.running import Split
from .conftest import TABLE

SERVERS = 6  # game servers that report progress at the same time
PATIENCE = 120.0  # seconds in which a report comes to its answer, whatever happens on the way
AGAIN = 0.2  # seconds to wait where nobody has said how long
OPEN = "from clever.kit.outbox.models import Promise; print(Promise.objects.filter(state='open').count())"


class Organiser:
    """Opens events, and reports what players do. It goes past nginx: whoever is away is seen to be away."""

    def __init__(self, stage: Split) -> None:
        services = {app: stage.projects[name] for name, project in TABLE.projects.items() for app in project.apps}
        self.server = Service(
            Addresses("composition", stage.projects["backoffice"], services), stage.running.credentials
        )
        self.answers: Counter[str] = Counter()
        self.reported: list[str] = []  # the players who have their point, while more are under way
        self._stage, self._lock = stage, threading.Lock()

    def open(self, *, token: str, prize: str) -> str:
        """The id of an event in which whoever has one point is given the prize."""
        event_id = str(uuid4())
        goals = [{"name": "first", "points": 1, "items": [{"item": prize, "count": 1}]}]
        self.server.made("PUT", f"/api/event/events/{event_id}", json=event(token=token, goals=goals))
        return event_id

    def report(self, event_id: str, players: Sequence[str], enough: Callable[[int], bool]) -> list[str]:
        """Report one point for each player, several at a time, until so many are reported that it is `enough`.

        Each is reported until it is answered. Gives the players who have their point.
        """
        left, reported = list(players), list[str]()
        self.reported = reported

        def work() -> None:
            while True:
                with self._lock:
                    if not left or enough(len(reported)):
                        return
                    player_id = left.pop()
                self._report(event_id, player_id)
                with self._lock:
                    reported.append(player_id)

        with ThreadPoolExecutor(SERVERS) as pool:
            for server in [pool.submit(work) for _ in range(SERVERS)]:
                server.result()
        return reported

    def owned(self, player_id: str) -> dict[str, int]:
        """What a player owns, by item."""
        items = self.server.made("GET", f"/api/player/players/{player_id}/inventory")["items"]
        return {item["item"]: item["count"] for item in items}

    def open_promises(self) -> int:
        """How many calls of others event still owes."""
        environment = str(self._stage.folder.environment("event"))
        program = [sys.executable, "manage.py", "shell", "--no-imports", "--command", OPEN]
        command = [sys.executable, "-m", "clever.runner.launch", environment, *program]
        done = subprocess.run(command, cwd=TABLE.sources, capture_output=True, text=True, timeout=60, check=True)
        return int(done.stdout)

    def _report(self, event_id: str, player_id: str) -> None:
        """The key is the same however often it is asked, so it counts once."""
        body, headers = {"player_id": player_id, "points": 1}, {"Idempotency-Key": str(uuid4())}
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                path = f"/api/event/events/{event_id}/progress"
                answer = self.server.post(path, json=body, headers=headers)
                outcome = str(answer.status_code)
            except httpx2.TransportError as error:
                outcome = type(error).__name__
            with self._lock:
                self.answers[outcome] += 1
            if outcome == "200":
                return
            assert outcome[0] != "4", answer.text
            assert time.monotonic() < deadline, f"progress of {player_id} comes to no answer: {outcome}"
            time.sleep(AGAIN)

"""A swarm as a notebook holds it: what can be done to its services while somebody asks."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Any, Self

import httpx2

from lab.containers.engine import said
from lab.display import Shown, Table
from lab.errors import LabError
from lab.swarm import cluster
from lab.swarm.changes import Loss, Update
from lab.swarm.front import Front
from lab.swarm.replicas import Replicas, failure_of, replicas_of
from lab.swarm.stack import Stack

LOOK_SECONDS = 0.2
MOST = 6  # replicas
DONE = ("completed", "paused", "rollback_completed", "rollback_paused")
ORDERS = ("start-first", "stop-first")


class Swarm(Shown):
    """A stack that runs. Use it with `with`, or call `remove()`; at the latest it ends with the notebook.

    `url` is nginx in front of `service`. `losses` and `updates` are what happened so far.
    """

    def __init__(self, stack: Stack, service: str) -> None:
        self.service = service
        self.losses: list[Loss] = []
        self.updates: list[Update] = []
        self.removed = False
        self._stack = stack
        self._front = Front(service, stack.network)

    @property
    def url(self) -> str:
        return self._front.url

    @property
    def configuration(self) -> str:
        """nginx's, as it is now."""
        return self._front.configuration

    def get(self, path: str = "/", **options: Any) -> httpx2.Response:
        """GET a path by way of nginx. `options` are httpx2's. Raises LabError when nothing answers."""
        try:
            return httpx2.get(self.url + path, **{"timeout": 10, "trust_env": False, **options})
        except httpx2.TransportError as error:
            raise LabError(f"nginx at {self.url} did not answer ({error}): start the swarm again") from error

    def replicas(self, service: str = "") -> Replicas:
        """The replicas of a service as they are now."""
        name = service or self.service
        return replicas_of(name, self._stack.full(name), self._stack.tags)

    def scale(self, count: int, service: str = "", *, seconds: float = 60) -> Replicas:
        """Let there be so many replicas, and wait until there are."""
        if not 0 < count <= MOST:
            raise LabError(f"{count} replicas are not what one machine is for: from 1 to {MOST}")
        name = service or self.service
        said("service", "scale", "--detach", f"{self._stack.full(name)}={count}")
        return self.wait(name, seconds=seconds)

    def wait(self, service: str = "", *, seconds: float = 60) -> Replicas:
        """Wait until as many replicas run as are wanted, and no more. Raises LabError where they do not."""
        name, deadline = service or self.service, time.monotonic() + seconds
        while True:
            found = self.replicas(name)
            if found.running == found.wanted == len(found.found):
                return found
            if time.monotonic() > deadline:
                raise LabError(f"{found.running} of {found.wanted} {name} run after {seconds:g} s", detail=found.text())
            time.sleep(LOOK_SECONDS)

    def lose(self, service: str = "", *, seconds: float = 60) -> Loss:
        """Kill one replica, as a machine that dies would, and wait until the swarm has put another in its place."""
        name = service or self.service
        lost = next((one for one in self.replicas(name).found if one.runs), None)
        if lost is None:
            raise LabError(f"no replica of {name} runs, so none can be lost: see replicas()")
        container = said("inspect", "--format", "{{.Status.ContainerStatus.ContainerID}}", lost.id)
        said("kill", "--signal", "KILL", container)
        begun = time.monotonic()
        while any(one.id == lost.id for one in self.replicas(name).found):
            if time.monotonic() > begun + seconds:
                raise LabError(f"the swarm has not noticed that {lost.name} is dead after {seconds:g} s")
            time.sleep(LOOK_SECONDS / 4)
        self.wait(name, seconds=seconds)
        self.losses.append(Loss(lost.name, time.monotonic() - begun))
        return self.losses[-1]

    def update(self, service: str, image: str, *, order: str = "start-first", seconds: float = 120) -> Update:
        """Bring another image, one replica after the other, and wait for what comes of it.

        With `start-first` a new replica serves before an old one goes; with `stop-first` it is the other way round. A
        version that fails is rolled back. Raises LabError where nothing is known after `seconds`.
        """
        if order not in ORDERS:
            raise LabError(f"there is no order {order!r}: {' or '.join(ORDERS)}")
        id, name = self._stack.image(image), self._stack.full(service)
        if all(one.image == image for one in self.replicas(service).found):
            raise LabError(f"{service} is {image} already: update to another image")
        begun = time.monotonic()
        said("service", "update", "--detach", "--no-resolve-image", "--update-order", order, "--image", id, name)
        status: dict[str, str] = {}
        while status.get("State") not in DONE:
            if time.monotonic() > begun + seconds:
                so_far = self.replicas(service).text()
                raise LabError(f"the update of {service} is not over after {seconds:g} s", detail=so_far)
            time.sleep(LOOK_SECONDS)
            status = json.loads(said("service", "inspect", "--format", "{{json .UpdateStatus}}", name)) or {}
        seconds = time.monotonic() - begun
        why = "" if status["State"] == "completed" else failure_of(name, id)
        self.updates.append(Update(service, image, status["State"], seconds, why))
        return self.updates[-1]

    def ask_the_next(self, wanted: bool = True) -> None:
        """Whether nginx asks another replica where one fails, or gives up with 502."""
        self._front.ask_the_next(wanted)

    def shares(self, path: str = "/board/", *, requests: int = 40) -> Table:
        """Ask so often, and say which replica has answered how many."""
        found = Counter(self.get(path).headers.get("X-Replica", "").split(", ")[-1] for _ in range(requests))
        rows: Sequence[Sequence[Any]] = [[address, count] for address, count in sorted(found.items())]
        return Table(["replica", "answers"], rows, title=f"{requests} requests for {path}")

    def remove(self) -> None:
        """End all of it, forget what it keeps, and leave the swarm. Safe to call twice."""
        self.removed = True
        self._front.remove()
        cluster.end()  # and with it all services, however many requests are under way
        self._stack.forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'

    def text(self) -> str:
        if self.removed:
            return f"A swarm of {self.service} that is gone"
        found = self.replicas()
        return f"A swarm: {found.running} of {found.wanted} replicas of {self.service} behind nginx at {self.url}"

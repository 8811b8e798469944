"""A container of this notebook's own."""

import re
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any, Self

import httpx2

from lab.containers.engine import engine, inspected, said
from lab.containers.networks import Network
from lab.containers.owned import label
from lab.containers.volumes import Volume
from lab.display import Shown
from lab.errors import LabError
from lab.running.ports import HOST, is_ready

STOP_SECONDS = 10
ATTEMPTS = 3  # to start one on a port that nobody takes meanwhile
PORT_TAKEN = re.compile("address already in use|port is already allocated")
LOOK_SECONDS = 0.05


class Container(Shown):
    """A container that was started. Use it with `with`, or call `remove()`; it goes with the notebook at the latest.

    `url` is where it answers on this machine, empty for one that listens nowhere.
    """

    def __init__(self, id: str, image: str, *, port: int | None = None) -> None:
        self.id = id
        self.image = image
        self._port = port
        self.url = self._found()

    @property
    def running(self) -> bool:
        with suppress(LabError):
            return bool(inspected("container", self.id)["State"]["Running"])
        return False

    @property
    def exit_code(self) -> int | None:
        """How its program ended, or None while it runs. 137 is: killed."""
        state = inspected("container", self.id)["State"]
        return None if state["Running"] else int(state["ExitCode"])

    def get(self, path: str = "/", **options: Any) -> httpx2.Response:
        """GET a path. `options` are httpx2's: headers, params, follow_redirects."""
        return self.request("GET", path, **options)

    def request(self, method: str, path: str = "/", **options: Any) -> httpx2.Response:
        """Send a request. Raises LabError when nothing answers."""
        if not self.url:
            raise LabError(f"this container of {self.image} listens nowhere: start it with port=")
        try:
            return httpx2.request(method, self.url + path, **{"timeout": 10, "trust_env": False, **options})
        except httpx2.TransportError as error:
            raise LabError(f"{self.image} at {self.url} did not answer ({error}): see its log()") from error

    def run(self, *command: str) -> str:
        """Run a command inside, and return what it said. Raises LabError where it fails."""
        return said("exec", self.id, *command)

    def address(self, network: Network) -> str:
        """The address that it has in a network. Raises LabError where it is in no such network."""
        found = self.inspect()["NetworkSettings"]["Networks"].get(network.name)
        if not found or not found["IPAddress"]:
            raise LabError(f"this container of {self.image} has no address in {network.name}: start it with network=")
        return str(found["IPAddress"])

    def inspect(self) -> dict[str, Any]:
        """All that the engine says of it to whoever asks. Raises LabError where it is gone."""
        return inspected("container", self.id)

    def log(self) -> str:
        """All that it has said so far, on either stream."""
        return engine().logs(self.id)

    def stop(self, seconds: float = STOP_SECONDS) -> float:
        """Ask it to end, and kill it after `seconds`. Returns how long it took. What it wrote is still there."""
        begun = time.monotonic()
        said("stop", "--time", f"{seconds:g}", self.id)
        return time.monotonic() - begun

    def start(self) -> Self:
        """Start it again after a stop, with all that it wrote."""
        said("start", self.id)
        self.url = self._found()
        return self

    def remove(self) -> None:
        """End it, and forget what it wrote. Safe to call twice."""
        with suppress(LabError):
            said("rm", "--force", "--volumes", self.id)

    def wait_ready(self, path: str = "/", *, seconds: float = 30) -> Self:
        """Wait until it answers at `path`. Raises LabError with its last words where it ends, or stays silent."""
        deadline = time.monotonic() + seconds
        while not is_ready(self.url + path):
            over = time.monotonic() > deadline
            if over or not self.running:
                why = f"did not answer within {seconds:g} s" if over else "ended before it answered"
                words = "\n".join(self.log().splitlines()[-8:])
                self.remove()
                raise LabError(
                    f"{self.image} {why}: {'its last words follow' if words else 'it left none'}", detail=words
                )
            time.sleep(LOOK_SECONDS)
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def _found(self) -> str:
        """Where it answers now: the engine chooses a free port of this machine at each start."""
        return f"http://{HOST}:{_published(self.id, self._port)}" if self._port is not None else ""

    def html(self) -> str:
        address = f' at <a href="{escape(self.url)}">{escape(self.url)}</a>' if self.url else ""
        return f'<p class="lab-note">A container of <b>{escape(self.image)}</b> {self._state()}{address}</p>'

    def text(self) -> str:
        return f"A container of {self.image} {self._state()}" + (f" at {self.url}" if self.url else "")

    def _state(self) -> str:
        return "runs" if self.running else "does not run"


def run(
    image: str,
    *command: str,
    port: int | None = None,
    environment: Mapping[str, str] | None = None,
    volumes: Mapping[Volume | Path, str] | None = None,
    network: Network | None = None,
    name: str = "",
    ready: str | None = None,
    init: bool = True,
    options: Sequence[str] = (),
) -> Container:
    """Run an image that is here: `with lab.containers.run("cafe:1", port=8000, ready="/") as cafe: ...`

    `port` is the one inside, and leads to a free one of this machine. `volumes` says which volume, or which folder of
    this machine, is seen at which path inside. In a `network` it is found by its `name`. `ready` is a path to wait for.
    With `init` a small program of the engine's is the first process, and passes on what it is told. `options` are the
    engine's own, such as `["--read-only"]`. Raises LabError where it does not start, or does not answer.
    """
    words = ["run", "--detach", "--pull", "never", "--label", label()]
    words += ["--init"] if init else []
    words += ["--publish", f"{HOST}::{port}"] if port is not None else []
    for variable, value in (environment or {}).items():
        words += ["--env", f"{variable}={value}"]
    for source, place in (volumes or {}).items():
        words += ["--volume", f"{source.name if isinstance(source, Volume) else source.resolve()}:{place}"]
    words += ["--network", network.name] if network else []
    words += ["--network-alias", name] if network and name else []
    container = Container(_started(*words, *options, image, *command), image, port=port)
    return container if ready is None else container.wait_ready(ready)


def _started(*words: str) -> str:
    """The id of a container that was started. The engine chooses its port, and somebody else may be quicker."""
    for _ in range(ATTEMPTS - 1):
        try:
            return said(*words)
        except LabError as error:
            if not PORT_TAKEN.search(str(error)):
                raise
    return said(*words)


def _published(id: str, port: int) -> int:
    """Where on this machine a port of a container is. Raises LabError where it ended before anybody could ask."""
    try:
        return int(said("port", id, f"{port}/tcp").splitlines()[0].rpartition(":")[2])
    except (LabError, IndexError) as error:
        words = engine().logs(id, lines="8").strip()
        what = "its last words follow" if words else "it left no word"
        raise LabError(f"the container ended at once: {what}", detail=words) from error

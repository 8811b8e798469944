"""nginx, told which container of a project to ask while there are two of them."""

import time
from dataclasses import dataclass

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose, Container
from {{ cookiecutter.namespace }}.runner.containers.configuration import NGINX, nginx_folder
from {{ cookiecutter.namespace }}.runner.errors import StageError

PINS = "pins.conf"
PREFIX = "/tmp"  # noqa: S108 - in its own container, where nobody else is
PORT = 8000  # on which a project listens in its container
DRAIN_SECONDS = 35.0  # longer than the 30 that an answer may take
RELOAD = (NGINX, "-e", "stderr", "-p", PREFIX, "-c", "/etc/{{ cookiecutter.namespace }}/nginx.conf", "-s", "reload")


@dataclass(frozen=True)
class Front:
    """The stage's nginx."""

    compose: Compose

    def pin(self, project: str, container: Container) -> None:
        """Lead everybody who asks `project` to this one container. Returns when nobody is at another any more."""
        self._write(f"{project} {container.name}:{PORT};\n")

    def unpin(self) -> None:
        """Lead everybody to whatever has the project's name, as usual."""
        self._write("# Empty unless a release is under way.\n")

    def _write(self, pins: str) -> None:
        # The same file, and not another in its place: the container has this very one.
        (nginx_folder(self.compose.folder) / PINS).write_text(pins, encoding="utf-8")
        found = self.compose.of_service(NGINX)
        if not found or found[0].state != "running":
            raise StageError(
                f"nginx of {self.compose.stage.name} does not run; start it: inv up {self.compose.stage.name}"
            )
        name = found[0].name
        before = self._workers(name)
        self.compose.engine.run("exec", name, *RELOAD)
        # Workers with the old configuration finish what they have begun, and then they are gone. Until the master has
        # got round to telling them they go on as before, so they are known by their numbers.
        deadline = time.monotonic() + DRAIN_SECONDS
        while before & self._workers(name) and time.monotonic() < deadline:
            time.sleep(0.1)

    def _workers(self, container: str) -> set[str]:
        """The process ids of the workers, as this machine counts them."""
        _, *lines = self.compose.engine.run("top", container, "-eo", "pid,args").splitlines()
        return {line.split()[0] for line in lines if "nginx: worker process" in line}

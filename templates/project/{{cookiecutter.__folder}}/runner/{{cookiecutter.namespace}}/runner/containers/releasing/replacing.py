"""One service: the new container beside the old one, and in its place when it is ready.

The new one is known to nobody until then. In the network it has no name but its own, and nginx asks the old one by its
own name. So a version that does not start, or crashes again and again, is noticed by nobody who uses the stage.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose, Container
from {{ cookiecutter.namespace }}.runner.containers.releasing.front import Front
from {{ cookiecutter.namespace }}.runner.containers.waiting import AT_REST, said_by
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step

READY_SECONDS = 60.0
PROBE = ("python", "-I", "-S", "probe.py", "/readyz")
LOOK_SECONDS = 0.3
STOP_SECONDS = "25"  # gunicorn gives requests under way 20


@dataclass(frozen=True)
class Replacement:
    """Of one service of the compose file, which is a project that answers requests."""

    compose: Compose
    service: str
    tell: Progress

    def carry_out(self) -> None:
        """Put a container of the image that compose.env names in the place of the one that runs.

        Raises StageError, with the line that tells why, where the new one does not become ready; then it is gone, and
        the old one has gone on serving. Nobody who asks meanwhile is turned away.
        """
        old, front = self._the_one(), Front(self.compose)
        self._say("keep to the old one")
        front.pin(self.service, old)
        try:
            with self._beside(old) as new:
                self._say("wait until the new one is ready")
                self._wait_ready(new)
                self._give_name(new)
                self._wait_ready(new)
                self._say("lead everybody to the new one")
                front.pin(self.service, new)
            self._say("let the old one finish")
            self._remove(old)
        finally:
            front.unpin()

    def _the_one(self) -> Container:
        running = [each for each in self.compose.of_service(self.service) if each.state == "running"]
        if len(running) != 1:
            again = f"inv up {self.compose.stage.name}"
            raise StageError(f"{self.service} has {len(running)} running containers, not 1; mend that first: {again}")
        return running[0]

    @contextmanager
    def _beside(self, old: Container) -> Iterator[Container]:
        """A second container, which no name leads to. If the block fails, it is removed."""
        self._say("start the new one")
        try:
            self.compose.run(
                "up", "--no-start", "--no-deps", "--no-recreate", "--scale", f"{self.service}=2", self.service
            )
            new = self._other_than(old)
            self._network("disconnect", new)
            self._network("connect", new)
            self.compose.engine.run("start", new.id)
            yield new
        except BaseException:
            for each in self.compose.of_service(self.service):
                if each.id != old.id:
                    self.compose.engine.run("rm", "--force", each.id)
            raise

    def _other_than(self, old: Container) -> Container:
        for each in self.compose.of_service(self.service):
            if each.id != old.id:
                return each
        raise StageError(f"{self.service}: compose made no second container")

    def _wait_ready(self, new: Container) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not self._is_ready(new):
            [now] = [each for each in self.compose.of_service(self.service) if each.id == new.id]
            if now.state in (*AT_REST, "restarting"):
                raise StageError(f"the new {self.service} does not start: {said_by(self.compose, now)}")
            if time.monotonic() > deadline:
                why = said_by(self.compose, now)
                raise StageError(f"the new {self.service} is not ready after {READY_SECONDS:.0f} s: {why}")
            time.sleep(LOOK_SECONDS)

    def _is_ready(self, container: Container) -> bool:
        try:
            self.compose.engine.run("exec", container.id, *PROBE)
        except StageError:
            return False
        return True

    def _give_name(self, new: Container) -> None:
        """Let the services among themselves find it by the project's name. Nobody asks it yet, so nobody is cut off."""
        self._network("disconnect", new)
        self._network("connect", new, "--alias", self.service)

    def _network(self, what: str, container: Container, *options: str) -> None:
        self.compose.engine.run("network", what, *options, self.compose.network, container.id)

    def _remove(self, old: Container) -> None:
        """Stop it gently: it answers what it has begun, and whoever comes anew is refused and finds the other."""
        self.compose.engine.run("stop", "--time", STOP_SECONDS, old.id)
        self.compose.engine.run("rm", old.id)

    def _say(self, what: str) -> None:
        self.tell(Step(what, self.service))

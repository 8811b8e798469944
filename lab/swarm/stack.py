"""A stack of this notebook's own: derived from the stage's compose file, deployed, and forgotten with all it keeps."""

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lab.containers import image, need
from lab.containers.engine import engine, said
from lab.engines.handle import one_line
from lab.errors import LabError
from lab.running.progress import announcer
from lab.swarm.remains import forget
from lab.where import ROOT

STAGE = "containers"
JOB = "replicated-job"
OTHERS = ("postgres", "redis", "nginx")
DEFAULT = re.compile(r"^\$\{[A-Z_]+:-(.*)\}$")  # ${NOTICE_IMAGE:-clever/notice:local}


class Stack:
    """Some services of the stage and what has to be there before them, each by the name `<stack>_<service>`."""

    def __init__(self, name: str, services: Iterable[str], *, replicas: int) -> None:
        from clever.runner.containers.stack import stack_of
        from clever.runner.stagefile import load_stage

        self.name = name
        self.tags: dict[str, str] = {}  # what an image's id is called
        self._stage = one_line(load_stage)(STAGE, ROOT)
        self._scratch = tempfile.TemporaryDirectory(prefix="lab-stack-")
        self._tree = one_line(stack_of)(self._stage, services)
        for service in services:
            self._tree["services"][service]["deploy"]["replicas"] = replicas

    @property
    def services(self) -> list[str]:
        return [*self._tree["services"]]

    @property
    def network(self) -> str:
        return f"{self.name}_default"

    def full(self, service: str) -> str:
        """The name of a service in the swarm. Raises LabError for one that the stack has not."""
        if service not in self._tree["services"]:
            raise LabError(f"this swarm has no service {service!r}: there are {', '.join(self.services)}")
        return f"{self.name}_{service}"

    def image(self, tag: str) -> str:
        """An image that is here, by its id. Raises LabError where it is not.

        A swarm that is given a name asks a registry for it, each time that it starts a replica. For a name without an
        address that is a public one: whoever has taken the name there would be run here.
        """
        id = image(tag).id
        self.tags[id] = tag
        return id

    def deploy(self) -> None:
        """Have its images made where they are not, and bring it up. Raises LabError with the line that tells why."""
        from clever.runner.containers.engine import run
        from clever.runner.containers.stack import text

        command = [str(engine().program), "stack", "deploy", "--resolve-image", "never"]
        one_line(run)(
            [*command, "--compose-file", "-", self.name],
            given=text(self._with_ids()),
            folder=self._stage.folder,  # which the stack file's paths are seen from
            environment=self._environment(),
        )

    def prepared(self) -> bool:
        """Whether each job has been done once."""
        jobs = [name for name, service in self._tree["services"].items() if service["deploy"].get("mode") == JOB]
        states = [said("service", "ps", "--format", "{{.CurrentState}}", self.full(job)) for job in jobs]
        return all("Complete" in state for state in states)

    def forget(self) -> None:
        """Remove what it has left on this machine once the swarm is gone, secrets too. Safe to call twice."""
        forget(self.name)
        self._scratch.cleanup()

    def _with_ids(self) -> dict[str, Any]:
        """The stack file with each image by its id. Ours are built where they are missing, those of others pulled."""
        from clever.runner.containers.images import Wish, ensure

        services = self._tree["services"]
        ours = tuple(name for name in self._stage.projects if name in services)
        tell, wipe = announcer(STAGE)
        try:
            one_line(ensure)(self._stage, engine(), tell, Wish(projects=ours))
        finally:
            wipe()
        for name, service in services.items():
            tag = DEFAULT.sub(r"\1", service["image"])
            if name in OTHERS:
                need(tag)
            service["image"] = self.image(tag)
        return self._tree

    def _environment(self) -> dict[str, str]:
        """What `docker stack deploy` fills in. Secrets are made anew, and go with the scratch folder."""
        from clever.runner.containers.secrets import secret_files, write_secret_files
        from clever.runner.environment import inherited
        from clever.runner.secrets import ensure_secrets

        folder = Path(self._scratch.name)
        secrets = one_line(ensure_secrets)(self._stage, folder / "secrets.env")
        one_line(write_secret_files)(secret_files(self._stage, secrets), folder / "secrets")
        engines = {name: value for name, value in os.environ.items() if name.startswith("DOCKER_")}
        plain = {"SECURE": "0", "ALLOWED_HOSTS": "localhost", "SECRETS": str(folder / "secrets")}
        return {**inherited(os.environ), **engines, **plain}

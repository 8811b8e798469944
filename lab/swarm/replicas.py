"""The replicas of a service, as the swarm sees them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lab.containers.engine import said
from lab.display import Shown, Table


@dataclass(frozen=True)
class Replica:
    """One task of a service: its id, its name such as notice.2, the image that it is of, and how it is."""

    id: str
    name: str
    image: str
    state: str  # Running, Starting, Preparing, Failed, ...; Running is: and its health check has said yes
    error: str

    @property
    def runs(self) -> bool:
        return self.state == "Running"


class Replicas(Shown):
    """How many replicas of a service there are to be, `wanted`, and those that there are, also those on their way."""

    def __init__(self, service: str, wanted: int, found: list[Replica]) -> None:
        self.service = service
        self.wanted = wanted
        self.found = found

    @property
    def running(self) -> int:
        """How many of them serve."""
        return sum(one.runs for one in self.found)

    def __iter__(self) -> Iterator[Replica]:
        return iter(self.found)

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _table(self) -> Table:
        rows = [[one.name, one.image, one.state.lower(), one.error] for one in self.found]
        title = f"{self.service}: {self.running} of {self.wanted} replicas run"
        return Table(["replica", "image", "state", "error"], rows, title=title)


def replicas_of(service: str, full_name: str, tags: Mapping[str, str]) -> Replicas:
    """The replicas of a service, by the name that it has in its stack. `tags` says what an image's id is called."""
    wanted = said("service", "inspect", "--format", "{{.Spec.Mode.Replicated.Replicas}}", full_name)
    listed = said(
        *("service", "ps", "--no-trunc", "--filter", "desired-state=running", "--filter", "desired-state=ready"),
        *("--format", "{{json .}}", full_name),
    )
    return Replicas(service, int(wanted), [_replica(service, json.loads(line), tags) for line in listed.splitlines()])


def failure_of(full_name: str, image: str) -> str:
    """What the swarm says of the last task of this image, by its id, that has failed; empty where none has."""
    lines = said("service", "ps", "--no-trunc", "--format", "{{json .}}", full_name).splitlines()
    failed = [task["Error"] for task in map(json.loads, lines) if task["Image"] == image and task["Error"]]
    return str(failed[0]).strip('"') if failed else ""


def _replica(service: str, line: Mapping[str, str], tags: Mapping[str, str]) -> Replica:
    slot = line["Name"].rpartition(".")[2]
    return Replica(
        id=line["ID"],
        name=f"{service}.{slot}",
        image=tags.get(line["Image"], line["Image"]),
        state=line["CurrentState"].partition(" ")[0],
        error=line["Error"].strip('"'),
    )

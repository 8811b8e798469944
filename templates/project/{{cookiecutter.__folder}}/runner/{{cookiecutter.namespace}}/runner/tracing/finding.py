"""Find a request in the logs of a stage."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.stagefile import load_stage
from {{ cookiecutter.namespace }}.runner.tracing.hops import Hop, Note
from {{ cookiecutter.namespace }}.runner.tracing.nesting import nest
from {{ cookiecutter.namespace }}.runner.tracing.path import Trace
from {{ cookiecutter.namespace }}.runner.tracing.reading import ACCESS, lines

RECENT = 2_000_000  # bytes of each program's log, some seven thousand requests
STRANGE = (KeyError, TypeError, ValueError)  # what a line raises that looks like ours and is not


def trace(stage: str, request_id: str, root: Path | None = None) -> Trace:
    """The way of one request through the stage called `stage`, whether it runs or not.

    Raises StageError for an unknown stage, and for a request that its logs say nothing of.
    """
    root = root or find_root()
    logs = StageFolder.of(load_stage(stage, root).name, root).logs
    hops, notes = [], []
    for fields in lines(logs, request_id):
        if fields.get("request_id") != request_id:
            continue  # it only speaks of it
        with suppress(*STRANGE):
            if fields.get("logger") == ACCESS:
                hops.append(Hop.of(fields))
            else:
                notes.append(Note.of(fields))
    if not hops and not notes:
        raise StageError(
            f"no log of {stage} knows the request {request_id!r}; its id is in the answer's header X-Request-Id"
        )
    return Trace(stage, request_id, *nest(hops, notes))


@dataclass(frozen=True)
class Seen:
    """A request, in short."""

    request_id: str
    first: Hop
    services: list[str]


def newest(stage: str, count: int = 10, root: Path | None = None) -> list[Seen]:
    """The last requests that passed more than one service of a stage, the newest first.

    However long the stage has run, only the ends of its logs are read. Raises StageError for an unknown stage.
    """
    root = root or find_root()
    logs = StageFolder.of(load_stage(stage, root).name, root).logs
    found: dict[str, list[Hop]] = defaultdict(list)
    for fields in lines(logs, f'"logger": "{ACCESS}"', recent=RECENT):
        with suppress(*STRANGE):
            found[str(fields["request_id"])].append(Hop.of(fields))
    seen = []
    for request_id, hops in found.items():
        hops.sort(key=lambda hop: hop.began)
        services = list(dict.fromkeys(hop.service for hop in hops))
        if len(services) > 1:
            seen.append(Seen(request_id, hops[0], services))
    return sorted(seen, key=lambda one: one.first.began, reverse=True)[:count]

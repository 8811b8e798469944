"""`inv trace`."""

import json as json_module
from pathlib import Path

from invoke import Context, task

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.saying import one_line, say
from {{ cookiecutter.namespace }}.runner.stagefile import known_stages, load_stage
from {{ cookiecutter.namespace }}.runner.tracing.asking import MayNameRequest
from {{ cookiecutter.namespace }}.runner.tracing.drawing import drawn, listed
from {{ cookiecutter.namespace }}.runner.tracing.finding import newest
from {{ cookiecutter.namespace }}.runner.tracing.finding import trace as find
from {{ cookiecutter.namespace }}.runner.tracing.path import Trace


@task(
    klass=MayNameRequest,
    help={
        "request_id": "What the answer's header X-Request-Id says. Left out: the newest that passed several services.",
        "stage": "Name of the stage. Default: every stage that has logs here.",
        "json": "Also write what was found into this file, as JSON.",
    },
)
def trace(context: Context, request_id: str | None = None, stage: str = "", json: str = "") -> None:
    """Print one request's way through the services, with times, from what each of them has logged."""
    with one_line():
        stages = [load_stage(stage).name] if stage else _with_logs()
        if not request_id:
            _say_newest(stages)
            return
        found = _find(stages, request_id)
        say("\n\n".join(map(drawn, found)))
        if json:
            _write(Path(json), found)


def _with_logs() -> list[str]:
    root = find_root()
    return [name for name in known_stages(root) if StageFolder.of(name, root).logs.is_dir()]


def _find(stages: list[str], request_id: str) -> list[Trace]:
    found, last = [], StageError("no stage has run here yet, so there are no logs; see: inv up")
    for stage in stages:
        try:
            found.append(find(stage, request_id))
        except StageError as error:
            last = error
    if not found:
        raise last
    return found


def _say_newest(stages: list[str]) -> None:
    seen = {stage: newest(stage) for stage in stages}
    for stage, requests in seen.items():
        if requests:
            say(f"{stage}, the newest first:\n{listed(requests)}")
    if not any(seen.values()):
        say("no request has passed more than one service yet; name one: inv trace ID")


def _write(file: Path, found: list[Trace]) -> None:
    try:
        file.write_text(json_module.dumps([each.as_json() for each in found], indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise StageError(f"{file}: {error.strerror}") from error

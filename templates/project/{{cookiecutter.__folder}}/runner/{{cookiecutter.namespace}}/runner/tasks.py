"""`inv up`, `inv down`, `inv backup` and the rest: the stages of the reference app on this machine."""

import json as json_module
from pathlib import Path

from invoke import Collection, Context, task
from rich.console import Console

from {{ cookiecutter.namespace }} import runner
from {{ cookiecutter.namespace }}.runner import backups
from {{ cookiecutter.namespace }}.runner.display import bars, introduction
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.following import Interrupted, follow, signals_interrupt
from {{ cookiecutter.namespace }}.runner.helpful import HelpfulTask
from {{ cookiecutter.namespace }}.runner.moves.task import move
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.ports import asked_for
from {{ cookiecutter.namespace }}.runner.registering.task import register
from {{ cookiecutter.namespace }}.runner.saying import one_line, say
from {{ cookiecutter.namespace }}.runner.stagefile import load_stage
from {{ cookiecutter.namespace }}.runner.tracing.task import trace
from {{ cookiecutter.namespace }}.runner.ways import command_to_start


@task(
    klass=HelpfulTask,
    help={
        "stage": "Name of the stage, such as monolith.",
        "on": "processes or containers, for a stage that knows both. Default: processes.",
        "port": "Port that a browser opens. Default: the stage's own, or a free one where that is taken.",
        "nginx": "Put nginx in front, where it is installed.",
        "instances": "How many gunicorns nginx shares the requests out to. Default: 1.",
        "detach": "Return once it is ready. Otherwise the logs are followed, and Ctrl-C stops the stage.",
    },
)
def up(
    context: Context,
    stage: str,
    on: str = "",
    port: str = "",
    nginx: bool = False,
    instances: int = 1,
    detach: bool = False,
) -> None:
    """Start a stage and wait until it is ready. One that is up already is used again."""
    with one_line(), signals_interrupt():
        running = None
        try:
            with bars(Console(stderr=True)) as progress:
                running = runner.up(
                    stage, on=on, port=asked_for(port), nginx=nginx, instances=instances, progress=progress
                )
            table = runner.load_stage(stage, on=on)
            say(introduction(running, table))
            if detach:
                say(f"  Stop it with: inv down {stage}")
                return
            ends = f"  Its logs follow; Ctrl-C {'leaves it running' if running.reused else 'stops it'}.\n"
            follow(table, StageFolder.of(stage, find_root()), say, ready=lambda: say(ends))
        except Interrupted:
            if running is None:
                raise StageError("interrupted; what was started is stopped again") from None
            # Whoever started it stops it; whoever only looked on, or wanted it to stay, leaves it running.
            if not running.reused and not detach:
                say(f"\nstopping {stage}")
                runner.down(stage)
            return
        raise StageError(f"{stage} was stopped from elsewhere")


@task(
    klass=HelpfulTask,
    help={
        "stage": "Name of the stage, such as monolith.",
        "forget_data": "Also remove its database, files and secrets of this machine, for good.",
    },
)
def down(context: Context, stage: str, forget_data: bool = False) -> None:
    """Stop a stage and all its processes. Its data stays, unless told otherwise."""
    with one_line():
        ran = runner.down(stage, forget_data=forget_data)
    say(f"{stage} {'is stopped' if ran else 'was not running'}{', its data is gone' if forget_data else ''}")


@task(
    klass=HelpfulTask,
    help={
        "stage": "Name of the stage, such as monolith.",
        "program": "Only this program, such as web. Default: all, one after the other.",
    },
)
def reload(context: Context, stage: str, program: str = "") -> None:
    """Let a running stage take up new code. Nobody who asks meanwhile is turned away."""
    with one_line(), bars(Console(stderr=True)) as progress:
        reloaded = runner.reload(stage, program=program, progress=progress)
    say(f"{stage} runs the code as it is now: {', '.join(reloaded)}")


@task(klass=HelpfulTask, help={"stage": "Name of the stage. Default: all.", "json": "Print JSON and nothing else."})
def status(context: Context, stage: str = "", json: bool = False) -> None:
    """Show which stages run, where their services are, and whether they are ready."""
    with one_line():
        found = runner.status(stage or None)
    if json:
        say(json_module.dumps(found, indent=2))
        return
    for name, one in found.items():
        say(f"{name}: {one['url']} ({'ready' if one['ready'] else 'not ready'})")
        for service, url in one["services"].items():
            say(f"  {service:<12}{url}")
    if not found:
        say("no stage is running" if not stage else f"{stage} is not running")


@task(
    klass=HelpfulTask,
    help={
        "stage": "Name of the stage, such as monolith.",
        "file": "Where to write it, such as monday.tar.gz. It holds secrets: keep it as you keep those.",
    },
)
def backup(context: Context, stage: str, file: str) -> None:
    """Write all that a stage keeps into one file: databases, uploaded files, secrets. It may go on running."""
    with one_line(), bars(Console(stderr=True)) as progress:
        content = backups.backup(stage, Path(file), progress=progress)
    databases = f"database {', '.join(content.databases)}" if content.databases else "no database"
    say(f"{file}: {databases}, {_counted(content.files)}, secrets")


@task(
    klass=HelpfulTask,
    help={
        "stage": "Name of the stage, such as monolith.",
        "file": "A backup of it, as `inv backup` writes them.",
        "replace": "Let it take the place of the data that is there.",
    },
)
def restore(context: Context, stage: str, file: str, replace: bool = False) -> None:
    """Give a stage back what a backup holds. It must be stopped; the next start brings it up to today's code."""
    with one_line(), bars(Console(stderr=True)) as progress:
        content = backups.restore(stage, Path(file), replace=replace, progress=progress)
    say(f"{stage} is as it was at {content.made_at:%Y-%m-%d %H:%M} UTC, {_counted(content.files)}")
    say(f"  Start it with: {command_to_start(load_stage(stage, on=content.on))}")


def _counted(files: int) -> str:
    return f"{files} uploaded file{'' if files == 1 else 's'}"


namespace = Collection(up, down, reload, status, backup, restore, move, trace, register)

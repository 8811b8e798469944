"""`inv move`."""

from invoke import Context, task
from rich.console import Console

from {{ cookiecutter.namespace }}.runner.display import bars
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.following import Interrupted, signals_interrupt
from {{ cookiecutter.namespace }}.runner.helpful import HelpfulTask
from {{ cookiecutter.namespace }}.runner.moves.moving import move as move_house
from {{ cookiecutter.namespace }}.runner.moves.outcome import Outcome
from {{ cookiecutter.namespace }}.runner.saying import one_line, say
from {{ cookiecutter.namespace }}.runner.ways import command_to_start, load_stage_as_it_ran


@task(
    klass=HelpfulTask,
    help={
        "source": "Name of the stage to move from, such as monolith. It must be stopped, and stays as it is.",
        "target": "Name of the stage to move to, such as split. It must be stopped, and empty.",
        "on": "processes or containers, for a target that knows both. Default: what it ran on last, else processes.",
    },
)
def move(context: Context, source: str, target: str, on: str = "") -> None:
    """Copy all rows, uploaded files and shared secrets of one stage into another, and prove that none was lost."""
    with one_line(), signals_interrupt():
        try:
            with bars(Console(stderr=True)) as progress:
                outcome = move_house(source, target, on=on, progress=progress)
        except Interrupted:
            raise StageError(f"interrupted; make it again: inv move {source} {target}") from None
        start = command_to_start(load_stage_as_it_ran(target))
    say(_described(outcome, source, start))


def _described(outcome: Outcome, source: str, start: str) -> str:
    lines = [outcome.table(), ""]
    lines.append(f"Uploaded files: {outcome.files}, each the same on both sides.")
    lines += [f"  {source} itself has lost {name}" for name in outcome.lost]
    if outcome.secrets:
        lines.append(f"Secrets that others know, from {source}: {', '.join(outcome.secrets)}.")
    if outcome.stays:
        lines.append(f"What {source} alone has stays there: {', '.join(outcome.stays)}.")
    lines.append(f"Sessions stay behind: staff sign in again, with the same password. {source} is as it was.")
    lines.append(f"Start it with: {start}")
    return "\n".join(lines)

"""`inv grow` and `inv shrink`: a project at another stage, with all that it keeps."""

from invoke import Context, task

from clever.runner.helpful import HelpfulTask
from clever.runner.saying import one_line, say
from clever.scaffolding.growing.stages import STAGES, is_later

HELP = {
    "stage": "The stage to be at: monolith, split, containers or composition.",
    "template": "Where the template is, if not where this project remembers it: a folder, or a repository's address.",
    "on": "processes or containers, for a stage that knows both: where what is kept goes. Default: processes.",
    "yes": "Do not ask before anything is changed.",
}


@task(klass=HelpfulTask, help=HELP)
def grow(context: Context, stage: str, template: str = "", on: str = "", yes: bool = False) -> None:
    """Bring the project to a later stage: see what changes, then its files change and its data moves along."""
    _go(stage, template, on, yes, later=True)


@task(klass=HelpfulTask, help=HELP)
def shrink(context: Context, stage: str, template: str = "", on: str = "", yes: bool = False) -> None:
    """Bring the project back to an earlier stage, its services into one process again, with all that it keeps."""
    _go(stage, template, on, yes, later=False)


def _go(stage: str, template: str, on: str, yes: bool, *, later: bool) -> None:
    with one_line():
        from clever.runner.places import find_root
        from clever.scaffolding.errors import Refused
        from clever.scaffolding.growing.carrying import install
        from clever.scaffolding.growing.growing import look, take
        from clever.scaffolding.growing.memory import Memory
        from clever.scaffolding.growing.showing import shown

        root = find_root()
        memory = Memory.of(root)
        memory = Memory(template, memory.answers) if template else memory
        if stage != memory.stage and {stage, memory.stage} <= {*STAGES} and is_later(stage, memory.stage) is not later:
            raise Refused(
                f"{stage} comes {'before' if later else 'after'} {memory.stage}: inv {'shrink' if later else 'grow'}"
            )
        step = look(root, memory, stage)
        say(shown(step, root))
        if step.conflicts:
            raise Refused("nothing is changed: settle these first, by hand or by taking your change back for a while")
        if not yes and not _agreed(f"Bring this project to the stage {stage}? [y/N] "):
            say("nothing is changed")
            return
        if moved := take(step, root, memory.stage, stage, on):
            say(moved)
        install(root)
    say(f"This project is at the stage {stage}. Start it with: inv up {stage}{f' --on {on}' if on else ''}")


def _agreed(question: str) -> bool:
    """Whether somebody says yes. Where nobody can be asked, nobody does."""
    try:
        return input(question).strip().lower() in ("y", "yes")
    except EOFError:
        return False

"""A project at another stage: what changes, and then the change."""

from pathlib import Path
from tempfile import TemporaryDirectory

from clever.runner.stagefile import load_stage
from clever.scaffolding.changes import Changes
from clever.scaffolding.errors import Refused
from clever.scaffolding.growing import trees
from clever.scaffolding.growing.baking import bake
from clever.scaffolding.growing.carrying import carry_over, set_aside
from clever.scaffolding.growing.difference import Step, Tree, step_between
from clever.scaffolding.growing.memory import FILE, Memory, remembered_at
from clever.scaffolding.growing.own_services import join_all, own_services
from clever.scaffolding.growing.stages import STAGES

# The stage that a service joins for a project to be at another one: that with projects of its own.
JOINS = {"containers": "split", "composition": "split"}


def look(root: Path, memory: Memory, stage: str) -> Step:
    """What has to change in the project in `root`, for it to be at another stage.

    Raises Refused where it cannot be, and where git could not bring back what is there now.
    """
    trees.must_be_committed(root)
    return plan(root, memory, stage)


def take(step: Step, root: Path, source: str, target: str, on: str = "") -> str:
    """Change the project, and move what it keeps. Gives what was said of the move.

    `on` is processes or containers, for a target that knows both. Raises Refused where that cannot be, and StageError
    for a target that does not know it; then everything is as it was.
    """
    with changes_of(step, root).written():
        trees.make_executable(step, root)
        load_stage(target, root, on=on)
        moved = carry_over(root, source, target, on)
    trees.remove(step, root)
    return "\n".join(filter(None, [moved, set_aside(root, source, target) if moved else ""]))


def plan(root: Path, memory: Memory, stage: str) -> Step:
    """What has to change in the project in `root`. Raises Refused where it cannot be at that stage."""
    if stage not in STAGES:
        raise Refused(f"there is no stage {stage!r}; there are: {', '.join(STAGES)}")
    if stage == memory.stage:
        raise Refused(f"this project is at the stage {stage} already")
    with TemporaryDirectory(prefix="grow-") as folder:
        before = bake(memory, Path(folder, "before"))
        after = bake(memory.at(stage), Path(folder, "after"))
        own = list(own_services(load_stage(memory.stage, root), load_stage(memory.stage, before)))
        join_all(own, before, Path(folder, "joined-before"))
        join_all([each._replace(stage=JOINS.get(stage, stage)) for each in own], after, Path(folder, "joined-after"))
        step = step_between(*(_without_memory(trees.read(each)) for each in (before, after, root)))
        step.executable = trees.executable(step.made, after)
        if (root / FILE).is_file():
            step.changed[FILE] = remembered_at(stage, root)
        return step


def changes_of(step: Step, root: Path) -> Changes:
    """The files that the step makes and changes. What it removes goes afterwards."""
    changes = Changes()
    for place, content in step.made.items():
        changes.make(root / place, content)
    for place, content in step.changed.items():
        changes.replace(root / place, content)
    return changes


def _without_memory(tree: Tree) -> Tree:
    """What a template remembers of a bake is not what the project does, of which one answer alone is to change."""
    return {place: content for place, content in tree.items() if place != FILE}

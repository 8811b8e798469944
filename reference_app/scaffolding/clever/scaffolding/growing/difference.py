"""Three trees: as the project was made, as it would be made now, and as it is. What has to change in the last one."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

type Tree = dict[str, bytes]


@dataclass
class Step:
    """What a step to another stage does to a project's files."""

    made: Tree = field(default_factory=dict)
    executable: list[str] = field(default_factory=list)  # of those that are made
    changed: Tree = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # would be removed, had nobody changed them
    conflicts: list[str] = field(default_factory=list)  # would be changed where somebody has changed them otherwise


def step_between(before: Tree, after: Tree, now: Tree) -> Step:
    """What leads from `before` to `after`, for a project that is by `now` somewhere else.

    What its owner has changed is kept: where both have changed a file, it is merged line by line, and where that cannot
    be, it is among the conflicts.
    """
    step = Step()
    for place in sorted(before.keys() | after.keys()):
        old, new, mine = before.get(place), after.get(place), now.get(place)
        if old == new or mine == new:
            continue
        if new is None:
            if mine is not None:
                (step.removed if mine == old else step.kept).append(place)
        elif mine is None:
            if old is None:
                step.made[place] = new
        elif mine == old:
            step.changed[place] = new
        elif old is not None and (both := _merged(mine, old, new)) is not None:
            step.changed[place] = both
        else:
            step.conflicts.append(place)
    return step


def _merged(mine: bytes, old: bytes, new: bytes) -> bytes | None:
    """Both changes in one text, by git; None where they are at the same lines."""
    with TemporaryDirectory(prefix="grow-") as folder:
        files = [Path(folder, name) for name in ("mine", "old", "new")]
        for file, content in zip(files, (mine, old, new), strict=True):
            file.write_bytes(content)
        done = subprocess.run(["git", "merge-file", "-p", *map(str, files)], capture_output=True, check=False)  # noqa: S607
        return done.stdout if done.returncode == 0 else None

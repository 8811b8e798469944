"""A step as a person reads it before it is taken."""

import difflib
from collections import Counter
from pathlib import Path

from clever.scaffolding.growing.difference import Step

DEPTH = 3  # folders of a place by which new files are counted


def shown(step: Step, root: Path) -> str:
    """New files counted by their folder, what changes line by line, and what goes."""
    parts = [f"{len(step.made)} new files:", *_counted(list(step.made), "+"), ""]
    parts += [_difference(place, (root / place).read_bytes(), content) for place, content in step.changed.items()]
    parts += [f"{len(step.removed)} files that go:", *_counted(step.removed, "-")]
    if step.kept:
        parts += ["Left where they are, since they were changed here; take what you need of them:"]
        parts += [f"  {place}" for place in step.kept]
    if step.conflicts:
        parts += ["Changed here and by this step, at the same lines:", *(f"  {place}" for place in step.conflicts)]
    return "\n".join(parts)


def _counted(places: list[str], sign: str) -> list[str]:
    folders = Counter("/".join(place.split("/")[:-1][:DEPTH]) or "." for place in places)
    return [f"  {sign}{count:<4} {folder}" for folder, count in sorted(folders.items())]


def _difference(place: str, old: bytes, new: bytes) -> str:
    if b"\0" in old + new:
        return f"{place} changes, and is no text\n"
    before, after = (content.decode(errors="replace").splitlines() for content in (old, new))
    return "\n".join(difflib.unified_diff(before, after, f"a/{place}", f"b/{place}", lineterm="", n=2)) + "\n"

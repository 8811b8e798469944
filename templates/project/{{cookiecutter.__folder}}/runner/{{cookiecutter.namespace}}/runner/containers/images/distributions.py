"""Which of our distributions a project consists of: as a module for the runner, as a program inside the build.

There, nothing is installed yet, so this needs nothing but Python. `python distributions.py FOLDER REQUIREMENT` prints
the folders, one a line.
"""

import re
import sys
import tomllib
from pathlib import Path

REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[(?P<extras>[^\]]*)\])?")

# Where they are, seen from the folder that holds kit and stages.
PLACES = ("kit", "contracts", "permittee", "services/*", "stages/*")


def folders(source: Path, requirement: str) -> list[Path]:
    """The folders of the distributions that `requirement`, such as {{ cookiecutter.namespace }}-stage-split[coupon], needs of `source`.

    What is not found there is somebody else's. Raises ValueError where the requirement itself is not found, or has no
    such extra.
    """
    tables = {table["name"]: (folder, table) for folder, table in _all(source)}
    waiting, found, seen = [requirement], dict[str, Path](), set[str]()
    while waiting:
        wanted = waiting.pop()
        if wanted in seen:
            continue
        seen.add(wanted)
        name, extras = _parsed(wanted)
        if name not in tables:
            if wanted == requirement:
                raise ValueError(f"there is no distribution {name} in {source}")
            continue
        found[name], table = tables[name]
        waiting += table.get("dependencies", ())
        for extra in extras:
            offered = table.get("optional-dependencies", {})
            if extra not in offered:
                raise ValueError(f"{name} has no extra {extra}; it has: {', '.join(offered)}")
            waiting += offered[extra]
    return sorted(found.values())


def _all(source: Path) -> list[tuple[Path, dict]]:
    files = [file for place in PLACES for file in source.glob(f"{place}/pyproject.toml")]
    return [(file.parent, tomllib.loads(file.read_text(encoding="utf-8"))["project"]) for file in files]


def _parsed(requirement: str) -> tuple[str, list[str]]:
    match = REQUIREMENT.match(requirement)
    if match is None:
        raise ValueError(f"{requirement!r} is no requirement")
    return match["name"].lower(), [each.strip() for each in (match["extras"] or "").split(",") if each.strip()]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{folder}\n" for folder in folders(Path(sys.argv[1]), sys.argv[2])))

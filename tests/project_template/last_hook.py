"""The hook that removes what the answers leave out, run as cookiecutter runs it."""

import os
import runpy
from collections.abc import Collection, Iterator
from contextlib import chdir
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from cookiecutter.generate import generate_context
from cookiecutter.prompt import prompt_for_config

from tests.project_template.rendering import rendered
from workbook.book import REPOSITORY
from workbook.project_template.building import OVERLAY
from workbook.project_template.questions import with_pins
from workbook.project_template.tree import write_tree

HOOK = (REPOSITORY / OVERLAY / "hooks/post_gen_project.py").read_text(encoding="utf-8")


def left_by(hook: str, places: Collection[str], **answers: str) -> set[str]:
    """Which of the places a project has after its last hook, with `answers` and the usual ones to other questions.

    A folder with nothing in it is there too, with a slash behind it.
    """
    answers = usual() | answers
    with TemporaryDirectory(prefix="last-hook-") as folder:
        file, project = Path(folder, "hook.py"), Path(folder, "project")
        file.write_text(rendered(hook, **answers), encoding="utf-8")
        names = {rendered(place, **answers): place for place in places}
        write_tree(dict.fromkeys(names, b""), project)
        project.mkdir(exist_ok=True)  # of no places
        with chdir(project), patch.dict(os.environ, {"PATH": ""}):  # where no uv is found, nothing is formatted
            runpy.run_path(str(file), run_name="__main__")
        return {names.get(place, place) for place in _ends(project)}


@cache
def usual() -> dict[str, Any]:
    """The answers that are offered, and the pins."""
    with TemporaryDirectory(prefix="questions-") as folder:
        file = Path(folder, "cookiecutter.json")
        file.write_bytes(with_pins((REPOSITORY / OVERLAY / file.name).read_bytes(), REPOSITORY))
        return dict(prompt_for_config(generate_context(str(file)), no_input=True))


def _ends(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        place = path.relative_to(folder).as_posix()
        if path.is_file():
            yield place
        elif not any(path.iterdir()):
            yield f"{place}/"

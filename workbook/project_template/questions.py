"""What the template asks, and what its first hook has to know of the project to judge an answer."""

import json
import tomllib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from django.conf.global_settings import LANGUAGES as KNOWN

from workbook.errors import BookError
from workbook.project_template.tree import Tree

TAKEN = "TAKEN: dict[str, str] = {}  # by inv templates"
LANGUAGES = "LANGUAGES: frozenset[str] = frozenset()  # by inv templates"
CONTRACTS = "contracts/clever/contracts/"
COMPILED = "*.mo"  # translations, which cookiecutter may take for text


def with_pins(questions: bytes, root: Path, copied: Iterable[str] = ()) -> bytes:
    """cookiecutter.json with what is not asked: the versions that a project has of the workbook, and what is copied."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    pins = {
        "_ruff": version("ruff"),
        "_exclude_newer": table["tool"]["uv"]["exclude-newer"],
        "_copy_without_render": [COMPILED, *copied],
    }
    return f"{json.dumps(json.loads(questions) | pins, indent=2, ensure_ascii=False)}\n".encode()


def with_knowledge(hook: bytes, bare: Tree) -> bytes:
    """pre_gen_project.py with the names that every project has already, and the languages that Django knows.

    Raises BookError where it has no line for them.
    """
    text = hook.decode()
    for line, value in ((TAKEN, _taken(bare)), (LANGUAGES, f"frozenset({sorted(code for code, _ in KNOWN)!r})")):
        if line not in text:
            raise BookError(f"pre_gen_project.py: the line {line!r} is missing; what it must know belongs there")
        text = text.replace(line, f"{line.partition(' = ')[0]} = {value}")
    return text.encode()


def _taken(bare: Tree) -> str:
    """The modules and packages beside which the first service's contract will lie."""
    places = [place.removeprefix(CONTRACTS) for place in bare if place.startswith(CONTRACTS)]
    modules = {place.partition("/")[0].removesuffix(".py") for place in places if place.endswith(".py")}
    return repr(dict.fromkeys(sorted(modules - {"__init__"}), "a part of every project"))

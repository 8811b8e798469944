"""`inv new`: bake a project with answers from a person, as `cookiecutter` by itself does."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbook.errors import BookError
from workbook.project_template.baking import bake
from workbook.project_template.freshness import TEMPLATE


def answers_in(words: Iterable[str]) -> dict[str, str]:
    """The answers in words such as `stage=split`. Raises BookError for a word that is none."""
    found = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not name or not equals:
            raise BookError(f"--answer {word}: write it as NAME=VALUE, such as stage=split")
        found[name] = value
    return found


def ask(root: Path, into: Path, answers: Mapping[str, str], *, defaults: bool) -> Path:
    """Bake a project in `into`; what `answers` leaves open is asked, or with `defaults` has its default.

    Raises BookError for a question that there is none of, for a wrong choice, and where the project is refused; what
    the hook has to say of the answers it has printed by then.
    """
    questions = json.loads((root / TEMPLATE / "cookiecutter.json").read_text(encoding="utf-8"))
    if problems := list(_problems(answers, questions)):
        raise BookError("\n".join(problems))
    return bake(root, into, answers, asks=not defaults)


def _problems(answers: Mapping[str, str], questions: Mapping[str, Any]) -> Iterator[str]:
    """What cookiecutter would say in a traceback, or not at all: a line for each answer."""
    for name, value in answers.items():
        if name.startswith("_") or name not in questions:
            known = ", ".join(each for each in questions if not each.startswith("_"))
            yield f"--answer {name}={value}: there is no such question; there are: {known}"
        elif isinstance(questions[name], list) and value not in questions[name]:
            yield f"--answer {name}={value}: choose one of {', '.join(questions[name])}"

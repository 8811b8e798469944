"""The page of the site tells of every question."""

import json
import re

import pytest

from workbook.book import Book
from workbook.project_template.freshness import TEMPLATE

ROOT = Book().root
QUESTIONS = json.loads((ROOT / TEMPLATE / "cookiecutter.json").read_text(encoding="utf-8"))
# Whose default is made of another answer, or says nothing to anybody.
MADE = {"slug", "namespace", "description", "author", "licence", "fields"}


def rows(language: str) -> dict[str, str]:
    """What the table says is the default, by question."""
    page = (ROOT / f"docs/{language}/project.md").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for questions, default in re.findall(r"^\| (`[a-z_]+`(?:, `[a-z_]+`)*) \| (.*?) \|", page, re.MULTILINE):
        found |= dict.fromkeys(re.findall(r"`([a-z_]+)`", questions), default)
    return found


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_question_is_told_of_and_no_other(language: str) -> None:
    assert set(rows(language)) == {name for name in QUESTIONS if not name.startswith("_")}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_defaults_are_those_of_the_template(language: str) -> None:
    told = rows(language)

    for name in told.keys() - MADE:
        default = QUESTIONS[name][0] if isinstance(QUESTIONS[name], list) else QUESTIONS[name]
        assert default in told[name], name

"""What the chapters show must be there: a function that is renamed fails here, and the lesson is mended."""

import ast
import re
from pathlib import Path

import pytest

import lab
from lab.where import ROOT

CELL = re.compile(r"^```\{code-cell\}.*?\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)
SHOW = re.compile(r"\blab\.show\([^)]*\)")


def shown() -> list[tuple[Path, str]]:
    """Every `lab.show("...", "...")` of every chapter, as it is written."""
    chapters = sorted((ROOT / "chapters").rglob("*.md"))
    cells = [(path, cell["code"]) for path in chapters for cell in CELL.finditer(path.read_text(encoding="utf-8"))]
    return [(path, call) for path, code in cells for call in SHOW.findall(code)]


def arguments(call: str) -> list[str] | None:
    """The words of a call, None where they are not all written out."""
    node = ast.parse(call, mode="eval").body
    if not isinstance(node, ast.Call) or not all(isinstance(one, ast.Constant) for one in node.args):
        return None
    return [ast.literal_eval(one) for one in node.args]


@pytest.mark.parametrize(("chapter", "call"), [pytest.param(path, call, id=call) for path, call in shown()])
def test_what_a_chapter_shows_is_in_the_sources(chapter, call):
    words = arguments(call)

    if words is not None:
        assert lab.show(*words).code, chapter


def test_a_call_is_read_as_it_is_written():
    assert arguments('lab.show("coupon", "redeem")') == ["coupon", "redeem"]
    assert arguments("lab.show(mine)") is None

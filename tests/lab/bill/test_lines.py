"""Every line of the bill can be filled."""

import re

import pytest

from lab.bill.lines import LINES
from lab.where import ROOT

LINES_OF_ALL = [line for its in LINES.values() for line in its]


@pytest.mark.parametrize("line", LINES_OF_ALL, ids=[line.id for line in LINES_OF_ALL])
def test_its_lesson_measures_it(line):
    chapter, lesson = line.lesson.split(".")
    [file] = (ROOT / "chapters").glob(f"{chapter}_*/{lesson}_*.md")

    assert re.search(rf'lab\.(claim|record)\(\s*"{re.escape(line.id)}"', file.read_text(encoding="utf-8"))

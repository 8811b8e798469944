"""Which parts run and how far they are, on a terminal and in a log."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from workbook.showing import reached, shown


@pytest.mark.parametrize(
    ("written", "far"),
    [("", ""), ("bringing up nodes...\n", ""), ("....  [  7%]\n...F..  [ 12%]\n..", "12%"), ("." * 9_000, "")],
)
def test_pytest_itself_says_how_far_it_is(tmp_path: Path, written: str, far: str) -> None:
    output = tmp_path / "output"
    output.write_text(written)

    assert reached(output) == far


def test_a_log_gets_a_line_when_other_parts_run(tmp_path: Path) -> None:
    console = Console(file=StringIO(), width=100)
    first, second = ("the first", tmp_path / "1"), ("the second", tmp_path / "2")

    with shown(console) as tell:
        for running in ([first, second], [first, second], [second], []):
            tell(running)

    assert console.file.getvalue() == "running: the first, the second\nrunning: the second\n"


def test_a_terminal_sees_how_far_they_are(tmp_path: Path) -> None:
    console = Console(file=StringIO(), width=100, force_terminal=True)
    output = tmp_path / "output"
    output.write_text("....  [ 37%]\n")

    with shown(console) as tell:
        tell([("the first", output)])

    assert "the first 37%" in console.file.getvalue()

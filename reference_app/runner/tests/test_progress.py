import pytest

from clever.runner.progress import Step, step_from


def test_a_count_becomes_a_step():
    assert step_from("fill: players 2000/10000\n", "monolith") == Step("fill: players", "monolith", 2000, 10000)


@pytest.mark.parametrize("line", ["Applying auth.0001... OK", "fill: vid has rows already, left alone", "1/2", ""])
def test_any_other_line_is_none(line):
    assert step_from(line, "monolith") is None

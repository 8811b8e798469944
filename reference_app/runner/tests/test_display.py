import io

from rich.console import Console

from clever.runner.display import bars
from clever.runner.progress import Step


def drawn(step: Step) -> str:
    terminal = io.StringIO()
    with bars(Console(file=terminal, force_terminal=True, width=100, color_system=None)) as show:
        show(step)
    return terminal.getvalue()


def test_a_step_of_known_length_is_counted():
    assert "3/12" in drawn(Step(project="shop", what="fill", done=3, total=12))


def test_a_step_of_unknown_length_is_named_and_not_counted():
    line = drawn(Step(project="shop", what="migrate"))

    assert "shop: migrate" in line
    assert "/?" not in line

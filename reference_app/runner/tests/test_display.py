import io
from dataclasses import replace

from rich.console import Console

from clever.runner.display import bars, introduction
from clever.runner.progress import Step
from clever.runner.running import Running
from clever.runner.secrets import Credentials
from clever.runner.stagefile import load_stage


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


def test_projects_that_are_busy_at_a_time_each_have_a_line_and_the_stages_own_step_ends_them():
    terminal = io.StringIO()
    console = Console(file=terminal, force_terminal=True, width=100, color_system=None)

    with bars(console) as show:
        show(Step("migrate", "shop"))
        show(Step("fill", "bank", 1, 9))
        both = drawn_so_far(show)
        show(Step("start"))
        afterwards = drawn_so_far(show)

    assert both == ["shop: migrate", "bank: fill"]
    assert afterwards == ["start"]


def drawn_so_far(show) -> list[str]:
    """What the bars say, taken from the function that draws them."""
    [progress] = [cell.cell_contents for cell in show.__closure__ if hasattr(cell.cell_contents, "tasks")]
    return [task.description for task in progress.tasks]


def test_whoever_starts_a_stage_is_told_why_it_is_not_where_it_usually_is(root):
    who = Credentials(staff_name="admin", staff_password="s", caller_name="game-server", caller_secret="c")
    running = Running(
        "tiny", "http://127.0.0.1:50001", {"greeting": "http://127.0.0.1:50001"}, ready=True, credentials=who
    )

    assert "taken" not in introduction(running, load_stage("tiny"))
    assert "\n  Port 8000 is taken\n" in introduction(replace(running, note="Port 8000 is taken"), load_stage("tiny"))

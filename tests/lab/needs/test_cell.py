"""A cell that needs engines runs as if it did not say so, or says what is missing."""

import builtins
from collections.abc import Callable
from typing import Any

import pytest
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell

import lab
from lab.needs import cell

pytestmark = pytest.mark.usefixtures("without")


@pytest.fixture
def transformed() -> Callable[[str], str]:
    """What IPython makes of a cell, once it knows the line."""
    manager = TransformerManager()
    manager.cleanup_transforms.append(cell.without_line)
    return manager.transform_cell


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("%%needs nginx\nx = 1\nx", "\nx = 1\nx\n"),
        ("%%needs nginx redis\n\nx = 1\nx", "\n\nx = 1\nx\n"),
        ("%%needs nginx\nx", "x\n"),
        ("\n\n%%needs nginx\nawait x\ny", "\nawait x\ny\n"),
        ("%%needs nginx", "\n"),
    ],
)
def test_where_all_is_there_the_rest_of_the_cell_runs_on_its_own_lines(
    transformed: Callable[[str], str], source: str, runs: str
):
    assert transformed(source) == runs


def test_another_magic_may_follow(transformed: Callable[[str], str]):
    assert transformed("%%needs nginx\n\n%%writefile a.txt\nhello") == (
        "get_ipython().run_cell_magic('writefile', 'a.txt', 'hello\\n')\n"
    )


@pytest.mark.parametrize("named", ["nginx redis", "", "ngnix"])
def test_where_one_is_missing_or_unknown_the_magic_has_the_cell(
    transformed: Callable[[str], str], without: Callable[..., None], named: str
):
    without("redis")

    assert transformed(f"%%needs {named}\nx = 1").startswith("get_ipython().run_cell_magic('needs', ")


def test_the_magic_names_what_is_missing_and_tells_the_walk(
    without: Callable[..., None], events: Callable[[], list[dict[str, Any]]]
):
    without("redis")

    shown = cell.not_run("nginx redis", "x = 1\n")

    assert shown.text().startswith("Not run: redis is missing here. `inv doctor --install` gets it.")
    assert events() == [{"kind": "missing", "id": "redis", "passed": None, "engines": ["redis"]}]


def test_an_engine_that_nobody_knows_is_an_error():
    with pytest.raises(lab.LabError, match="there is no engine 'ngnix'; there are: nginx, "):
        cell.not_run("ngnix", "x = 1\n")
    with pytest.raises(lab.LabError, match="%%needs names no engine: write, for example, %%needs nginx"):
        cell.not_run("", "x = 1\n")


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> InteractiveShell:
    """An IPython shell that believes it runs this test."""
    made = InteractiveShell()
    monkeypatch.setattr(cell, "this_shell", lambda: made)
    # A shell lends its own names to all of Python while it runs a cell.
    monkeypatch.setattr(builtins, "get_ipython", lambda: made, raising=False)
    return made


def test_a_shell_learns_the_line_once(shell: InteractiveShell, without: Callable[..., None]):
    cell.offer()
    cell.offer()
    without("redis")

    ran = shell.run_cell("%%needs nginx\nx = 41\nx + 1")
    passed_over = shell.run_cell("%%needs redis\nx = 0")

    assert shell.input_transformers_cleanup.count(cell.without_line) == 1
    assert (ran.result, shell.user_ns["x"]) == (42, 41)
    assert passed_over.result.missing == ["redis"]


def test_outside_of_ipython_there_is_nobody_to_teach(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cell, "this_shell", lambda: None)

    cell.offer()

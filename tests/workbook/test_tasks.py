"""Tasks explain themselves, and fail in one clear line."""

import copy
import subprocess
import sys
from collections.abc import Callable

import pytest
from invoke import Exit, Program
from invoke.exceptions import ParseError
from invoke.parser import Parser

import tasks
from workbook.book import Book
from workbook.errors import BookError
from workbook.site.reference_pages import tasks_page
from workbook.tasks.plain import plain_errors

ALL = [tasks.namespace[name] for name in tasks.namespace.task_names]


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.name)
def test_every_task_and_every_option_explains_itself(task) -> None:
    assert task.body.__doc__, f"{task.name} has no docstring"
    undocumented = [argument.name for argument in copy.deepcopy(task).get_arguments() if not argument.help]
    assert undocumented == []


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.name)
def test_every_task_shows_its_help_wherever_it_is_asked_for(
    task, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["inv", task.name, "--help"]
    monkeypatch.setattr(sys, "argv", words)

    # A copy, since invoke takes the help out of the tasks that it parses for.
    Program(namespace=copy.deepcopy(tasks.namespace)).run(words, exit=False)

    shown = capsys.readouterr()
    assert shown.err == ""
    assert "Docstring:" in shown.out


def test_a_task_shows_its_help_to_a_person_as_well() -> None:
    command = [sys.executable, "-m", "invoke", "walk", "--help"]

    shown = subprocess.run(command, cwd=Book().root, capture_output=True, text=True, check=False)

    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Docstring:" in shown.stdout


def test_the_tasks_page_explains_every_option_each_time_it_is_made() -> None:
    first = tasks_page(tasks.namespace)

    assert "| `--detach` | Return once it is ready." in first
    assert "| `STAGE` | Name of the stage" in first
    assert "| `--no-browser` |" in first
    assert tasks_page(tasks.namespace) == first


def test_listing_tasks_does_not_load_the_notebook_machinery() -> None:
    """Every `inv down` would pay for it."""
    heavy = {"nbclient", "jupytext", "IPython", "mkdocs", "matplotlib"}
    code = f"import tasks, sys; print(sorted({heavy} & set(sys.modules)))"

    listed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert listed.stdout.strip() == "[]"


def test_an_error_of_the_book_is_its_own_line_and_exit_code_1() -> None:
    @plain_errors
    def body() -> None:
        raise BookError("chapters/x.md: cell y: no name")

    with pytest.raises(Exit) as ended:
        body()

    assert (ended.value.message, ended.value.code) == ("chapters/x.md: cell y: no name", 1)


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What `inv walk ...` takes for lessons."""

    def parse(*words: str) -> list[str]:
        monkeypatch.setattr(sys, "argv", ["inv", "walk", *words])
        result = Parser(tasks.namespace.to_contexts()).parse_argv(["walk", *words])
        return result[0].as_kwargs["lessons"]

    return parse


def test_lessons_are_named_by_their_bare_ids(lessons: Callable[..., list[str]]) -> None:
    assert lessons() == []
    assert lessons("1.2") == ["1.2"]
    assert lessons("1.2", "--store", "1.1", "notebooks") == ["1.2", "1.1"]
    assert lessons("--lessons", "1.1", "-l", "1_monolith/2_django") == ["1.1", "1_monolith/2_django"]


def test_a_word_that_is_no_lesson_id_is_refused(lessons: Callable[..., list[str]]) -> None:
    with pytest.raises(ParseError, match="No idea what 'one' is"):
        lessons("one")

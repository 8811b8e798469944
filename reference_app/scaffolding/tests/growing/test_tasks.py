"""`inv grow` and `inv shrink` as a person runs them, in this very process."""

import builtins
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from invoke import Collection, Program

from clever.scaffolding.growing import trees
from clever.scaffolding.growing.memory import Memory
from clever.scaffolding.growing.tasks import grow, shrink

type Invoke = Callable[..., tuple[str, str]]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody will answer, each time when asked. Where nothing is left, nobody can be asked."""
    left: list[str] = []

    def answer(question: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    monkeypatch.setattr(builtins, "input", answer)
    return left


@pytest.fixture
def inv(
    project: Path,
    commit: Callable[[], None],
    answers: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Invoke:
    """Run `inv ...` in a project that is committed, and return what it printed on stdout and on stderr."""
    commit()
    monkeypatch.chdir(project)

    def run(*arguments: str) -> tuple[str, str]:
        monkeypatch.setattr("sys.argv", ["inv", *arguments])
        with suppress(SystemExit):
            Program(namespace=Collection(grow, shrink), version="1").run()
        printed = capsys.readouterr()
        return printed.out, printed.err

    return run


def test_a_project_grows_and_shrinks_again(inv: Invoke, project: Path, commit: Callable[[], None]) -> None:
    at_first = trees.read(project)

    out, _ = inv("grow", "split", "--yes")
    commit()
    inv("shrink", "monolith", "--yes")

    assert "2 new files:\n" in out
    assert out.endswith("This project is at the stage split. Start it with: inv up split\n")
    assert trees.read(project) == at_first


def test_a_stage_that_does_not_run_on_that_is_refused_and_nothing_is_changed(inv: Invoke, project: Path) -> None:
    before = trees.read(project)

    _, err = inv("grow", "split", "--yes", "--on", "containers")

    assert err.startswith("split runs on processes alone; on containers there are: none")
    assert trees.read(project) == before


def test_what_it_is_to_be_on_is_in_the_command_that_starts_it(inv: Invoke) -> None:
    out, _ = inv("grow", "split", "--yes", "--on", "processes")

    assert out.endswith("Start it with: inv up split --on processes\n")


@pytest.mark.parametrize("answer", ["y", " YES "])
def test_who_says_yes_gets_it(inv: Invoke, project: Path, answers: list[str], answer: str) -> None:
    answers.append(answer)

    inv("grow", "split")

    assert Memory.of(project).stage == "split"


@pytest.mark.parametrize("given", [["n"], [""], ["yellow"], []], ids=["n", "nothing", "another word", "nobody"])
def test_without_a_yes_nothing_is_changed(inv: Invoke, project: Path, answers: list[str], given: list[str]) -> None:
    before = trees.read(project)
    answers += given

    out, _ = inv("grow", "split")

    assert out.endswith("nothing is changed\n")
    assert trees.read(project) == before


@pytest.mark.parametrize(
    ("task", "source", "target", "said"),
    [
        ("shrink", "monolith", "split", "split comes after monolith: inv grow"),
        ("grow", "split", "monolith", "monolith comes before split: inv shrink"),
        ("grow", "monolith", "monolith", "this project is at the stage monolith already"),
        ("shrink", "monolith", "monolith", "this project is at the stage monolith already"),
        ("grow", "monolith", "swarm", "there is no stage 'swarm'; there are: monolith, split"),
    ],
)
def test_the_wrong_direction_is_refused_and_so_is_none(
    inv: Invoke, project: Path, commit: Callable[[], None], task: str, source: str, target: str, said: str
) -> None:
    if source != "monolith":
        inv("grow", source, "--yes")
        commit()
    before = trees.read(project)

    _, err = inv(task, target, "--yes")

    assert err.startswith(said)
    assert len(err.splitlines()) == 1
    assert trees.read(project) == before


def test_a_conflict_is_shown_and_changes_nothing(inv: Invoke, project: Path, commit: Callable[[], None]) -> None:
    readme = project / "README.md"
    readme.write_text(readme.read_text().replace("It is at monolith.", "It is small."))
    commit()
    before = trees.read(project)

    out, err = inv("grow", "split", "--yes")

    assert "Changed here and by this step, at the same lines:\n  README.md\n" in out
    assert err.startswith("nothing is changed: settle these first")
    assert trees.read(project) == before


def test_where_only_uv_fails_the_step_is_taken_and_that_is_said(
    inv: Invoke, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".venv/bin").mkdir(parents=True)  # which git does not see, since it holds nothing yet
    monkeypatch.setenv("UV", shutil.which("false") or "")

    _, err = inv("grow", "split", "--yes")

    assert err.startswith("the step is taken, but uv cannot install what the new stage needs: ")
    assert Memory.of(project).stage == "split"


def test_the_template_may_be_elsewhere_now(inv: Invoke, project: Path, template: Path) -> None:
    template.rename(template.with_name("elsewhere"))

    _, refused = inv("grow", "split", "--yes")
    inv("grow", "split", "--yes", "--template", "../../elsewhere")

    assert "cannot be had; name another one with --template" in refused
    assert Memory.of(project).stage == "split"


def test_a_project_that_does_not_remember_is_refused_in_one_line(inv: Invoke, project: Path) -> None:
    (project / ".cruft.json").unlink()

    _, err = inv("grow", "split", "--yes")

    assert ".cruft.json cannot be read" in err
    assert len(err.splitlines()) == 1


def test_one_that_remembers_a_stage_that_there_is_not_is_refused_in_one_line(
    inv: Invoke, project: Path, commit: Callable[[], None]
) -> None:
    file = project / ".cruft.json"
    file.write_text(file.read_text().replace("monolith", "swarm"))
    commit()

    _, err = inv("grow", "split", "--yes")

    assert "does not take this project's answers: swarm" in err
    assert len(err.splitlines()) == 1

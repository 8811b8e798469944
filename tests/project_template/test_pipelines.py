"""What runs a project's checks on each push is what GitHub and GitLab read, by the schemas that they publish."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project_template.last_hook import left_by, usual
from tests.project_template.rendering import rendered
from workbook.book import REPOSITORY
from workbook.project_template.building import LAST_HOOK, PROJECT
from workbook.project_template.freshness import TEMPLATE
from workbook.project_template.proof.rows import rows

PLACES = {"github": ".github/workflows/ci.yml", "gitlab": ".gitlab-ci.yml"}
SCHEMAS = {
    "github": ["--builtin-schema=vendor.github-workflows"],
    "gitlab": ["--builtin-schema=vendor.gitlab-ci", "--data-transform=gitlab-ci", "--regex-variant=nonunicode"],
}
COMMANDS: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "github": lambda table: [step["run"] for step in table["jobs"]["check"]["steps"] if "run" in step],
    "gitlab": lambda table: table["check"]["script"],
}


def texts(ci: str) -> list[str]:
    """The file of each row of answers that asks for it."""
    template = (REPOSITORY / TEMPLATE / PROJECT / PLACES[ci]).read_text(encoding="utf-8")
    return [rendered(template, **usual() | row.answers) for row in rows() if row.answers["ci"] == ci]


def validated(ci: str, texts: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    files = [folder / f"{number}.yml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", *SCHEMAS[ci], *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("ci", PLACES)
def test_it_is_as_its_schema_wants_it(ci: str, tmp_path: Path) -> None:
    found = texts(ci)

    done = validated(ci, found, tmp_path)

    assert len(found) >= 4
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("ci", "text", "by"),
    [("github", "runs-on: ubuntu-latest", "runs: ubuntu-latest"), ("gitlab", "  script:", "  scripts:")],
)
def test_one_that_is_not_so_is_noticed(ci: str, text: str, by: str, tmp_path: Path) -> None:
    broken = texts(ci)[0].replace(text, by)

    assert validated(ci, [broken], tmp_path).returncode == 1


@pytest.mark.parametrize("ci", PLACES)
def test_it_runs_the_checks_the_contracts_and_the_tests_in_this_order(ci: str) -> None:
    for text in texts(ci):
        tasks = [command for command in COMMANDS[ci](yaml.safe_load(text)) if command.startswith("uv run inv ")]

        assert [command.split()[3] for command in tasks] == ["check", "contracts", "test"]


@pytest.mark.parametrize("ci", [*PLACES, "none"])
def test_a_project_has_the_one_that_was_asked_for(ci: str) -> None:
    hook = (REPOSITORY / TEMPLATE / LAST_HOOK).read_text(encoding="utf-8")

    left = left_by(hook, list(PLACES.values()), ci=ci)

    assert left == {PLACES[ci]} if ci in PLACES else left == set()

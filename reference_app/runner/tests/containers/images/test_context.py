from pathlib import Path

import pytest

from clever.runner.containers.images.context import Context


def seen(folder: Path, rules: str, *files: str) -> set[str]:
    """What of the files a build sees by these rules."""
    (folder / ".dockerignore").write_text(rules)
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).touch()
    return {file.relative_to(folder).as_posix() for file in Context(folder).files()}


def test_what_is_let_in_is_seen_and_nothing_beside_it(tmp_path):
    assert seen(tmp_path, "*\n!kit\n!one.txt", "kit/a/b.py", "one.txt", "two.txt", "kitten/c.py") == {
        "kit/a/b.py",
        "one.txt",
    }


def test_the_last_rule_that_fits_decides(tmp_path):
    assert seen(tmp_path, "*\n!kit\n**/*.md\n!kit/README.md", "kit/a.md", "kit/README.md") == {"kit/README.md"}


def test_two_stars_fit_any_depth_and_one_star_a_single_name(tmp_path):
    files = ("tests/a", "kit/tests/b", "kit/x/tests/c", "kit/x/own/d", "kit/own/e")

    assert seen(tmp_path, "*\n!kit\n!tests\n**/tests\nkit/*/own", *files) == {"kit/own/e"}


def test_comments_and_empty_lines_are_no_rules(tmp_path):
    assert seen(tmp_path, "# all\n\n*\n!kit\n", "kit/a") == {"kit/a"}


def test_of_this_project_code_is_seen_and_neither_tests_nor_what_a_run_leaves():
    folder = Path(__file__).parents[4]
    if not (folder / ".dockerignore").exists():
        pytest.skip("there is no stage in containers in this project")

    found = {file.relative_to(folder).as_posix() for file in Context(folder).files()}

    assert {"kit/pyproject.toml", "stages/split/manage.py", "stages/containers/install.sh"} <= found
    assert not [path for path in found if {"tests", "__pycache__", "var"} & {*path.split("/")}]
    assert not [path for path in found if path.endswith((".env", ".sqlite3", ".pem"))]

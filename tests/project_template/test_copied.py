"""Which folders of a project cookiecutter need not render."""

import pytest

from workbook.project_template.copied import copied
from workbook.project_template.tree import Tree

NAME = b"from {{ cookiecutter.namespace }}.kit import x\n"


def test_a_folder_goes_whole_in_which_nothing_asks_for_more_than_an_answer() -> None:
    tree: Tree = {"kit/a.py": NAME, "kit/in/b.py": b"", "kit/in/{{cookiecutter.namespace}}/c.mo": b"\0"}

    assert list(copied(tree)) == ["kit"]


@pytest.mark.parametrize(
    "asking",
    [
        b'{% if cookiecutter.stage == "split" %}x{% endif %}',
        b"{# a comment #}",
        b"{{ cookiecutter.first_service.upper() }}",
        b"{{ cookiecutter._ruff }}",
        b"{{ cookiecutter.namespace | upper }}",
        b"{{ range(3) }}",
    ],
    ids=bytes.decode,
)
def test_one_with_a_file_that_asks_for_more_is_rendered_and_what_lies_below_it_is_not(asking: bytes) -> None:
    tree: Tree = {"kit/a.py": NAME + asking, "kit/in/b.py": NAME, "kit/c.py": NAME}

    assert list(copied(tree)) == ["kit/in"]


def test_so_is_one_with_a_file_whose_name_asks_for_more() -> None:
    tree: Tree = {'kit/{% if cookiecutter.ci == "none" %}a{% endif %}.py': NAME, "kit/in/b.py": NAME}

    assert list(copied(tree)) == ["kit/in"]


def test_a_brace_that_stands_for_itself_asks_for_nothing() -> None:
    tree: Tree = {'templates/{{ "{" }}{name}}/a.py': b'{{ "{" }}% if x %}{{ "{" }}{ cookiecutter.namespace }}'}

    assert list(copied(tree)) == ["templates"]


def test_files_that_lie_in_no_folder_are_rendered() -> None:
    assert list(copied({"README.md": NAME})) == []

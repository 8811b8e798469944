"""What stays with which answers, and that the hook removes just the rest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project_template.last_hook import HOOK, left_by
from workbook.errors import BookError
from workbook.project_template.presence import Condition, conditions, in_the_hook
from workbook.project_template.rules import Only, Rules

EXAMPLE = {"services/vid/a.py", "services/vid/tests/b.py", "split/vid/urls.py", "split/settings.py", "README.md"}
BARE = {"split/settings.py", "README.md", "hello.py"}
OWN = {"services/{{cookiecutter.first_service}}/a.py", ".github/workflows/ci.yml"}
PLACES = [f"{top}{inside}{name}" for top in ("", "a/", "b/") for inside in ("", "in/", "in/er/") for name in ("x", "y")]


def rules(*only: Only) -> Rules:
    return Rules(always=(), without_example=(), left_out=(), example=(), only=only)


def test_what_only_one_tree_has_stays_with_its_answer_alone() -> None:
    found = conditions(EXAMPLE, BARE, OWN, rules())

    assert found == [(["services/vid", "split/vid"], {"example": ["yes"]}), (["hello.py"], {"example": ["no"]})]


def test_a_folder_that_holds_something_else_is_not_named_whole() -> None:
    found = conditions(EXAMPLE, BARE, OWN | {"services/vid/tests/mine.py"}, rules())

    assert found[0] == (["services/vid/a.py", "services/vid/tests/b.py", "split/vid"], {"example": ["yes"]})


def test_trees_alike_need_no_condition() -> None:
    assert conditions(BARE, BARE, OWN, rules()) == []


@pytest.mark.parametrize("place", ["split", "services/vid/tests", "hello.py", ".github"])
def test_the_rules_may_speak_of_any_file_and_folder(place: str) -> None:
    found = conditions(EXAMPLE, BARE, OWN, rules(Only((place,), {"stage": ("split", "containers")})))

    assert found[0] == ([place], {"stage": ["split", "containers"]})


@pytest.mark.parametrize("place", ["spli", "services/vid/c.py", ".gitlab-ci.yml"])
def test_a_rule_for_a_place_that_there_is_not_is_refused(place: str) -> None:
    with pytest.raises(BookError, match=f"^only: there is no file {place}; take it out, or mend it$"):
        conditions(EXAMPLE, BARE, OWN, rules(Only(("split", place), {"stage": ("split",)})))


def test_a_hook_without_a_line_for_the_conditions_is_refused() -> None:
    with pytest.raises(BookError, match=r"^post_gen_project\.py: the line 'CONDITIONS: .* is missing"):
        in_the_hook("CONDITIONS = []\n", [])


@pytest.mark.parametrize(
    ("ci", "stage", "left"),
    [
        ("github", "split", {"README", "github.yml", "split/a", "split/in/b"}),
        ("gitlab", "containers", {"README", "split/a", "split/in/b"}),
        ("none", "monolith", {"README"}),
    ],
    ids=["all", "a file", "a folder too"],
)
def test_the_hook_removes_what_the_answers_leave_out_and_nothing_else(ci: str, stage: str, left: set[str]) -> None:
    found: list[Condition] = [
        (["split"], {"stage": ["split", "containers"]}),
        (["github.yml", "never/there"], {"ci": ["github"]}),
    ]

    there = left_by(in_the_hook(HOOK, found), ["README", "github.yml", "split/a", "split/in/b"], ci=ci, stage=stage)

    assert there == left


def test_what_needs_two_answers_is_removed_where_one_of_them_is_other() -> None:
    hook = in_the_hook(HOOK, [(["event"], {"stage": ["composition"], "example": ["yes"]})])

    assert left_by(hook, {"event", "a"}, stage="composition", example="yes") == {"event", "a"}
    assert left_by(hook, {"event", "a"}, stage="composition", example="no") == {"a"}
    assert left_by(hook, {"event", "a"}, stage="split", example="yes") == {"a"}


def test_a_place_is_removed_by_the_name_that_it_has_in_the_project() -> None:
    place = 'kit/{{cookiecutter.namespace}}, it\'s "{{ cookiecutter.first_service }}".py'
    hook = in_the_hook(HOOK, [([place], {"sentry": ["yes"]})])

    assert left_by(hook, {place, "kit/b.py"}, namespace="orchard", sentry="yes") == {place, "kit/b.py"}
    assert left_by(hook, {place, "kit/b.py"}, namespace="orchard", sentry="no") == {"kit/b.py"}


@settings(max_examples=40, deadline=None)
@given(*(st.sets(st.sampled_from(PLACES)) for _ in range(3)))
def test_whatever_two_trees_hold_each_answer_leaves_its_own(full: set[str], bare: set[str], others: set[str]) -> None:
    others -= full | bare

    hook = in_the_hook(HOOK, conditions(full, bare, others, rules()))

    assert left_by(hook, full | bare | others, example="yes") == full | others
    assert left_by(hook, full | bare | others, example="no") == bare | others

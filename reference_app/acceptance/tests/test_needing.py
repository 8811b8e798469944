"""What a test needs is said, and says without whom it can pass."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from clever.acceptance.needing import Unsaid, can_do_without, is_out_of_place, needs_of, refuse_unknown
from clever.runner import StageFile


def a_test(*marks: pytest.MarkDecorator) -> Any:
    """A test with these marks, as far as anybody asks it."""

    def iter_markers(name: str) -> Iterator[pytest.Mark]:
        return (each.mark for each in marks if each.name == name)

    return SimpleNamespace(nodeid="test_x.py::test_x", iter_markers=iter_markers)


def project(port: int, app: str, calls: list[str]) -> dict[str, Any]:
    return {"settings": "s", "wsgi": "w", "port": port, "apps": [app], "calls": calls, "processes": {}}


SPLIT = StageFile.model_validate(
    {
        "name": "split",
        "folder": "/stages/split",
        "summary": "-",
        "seams": {"PLAYER_URL": "${player}/api/player", "PERMITTER_URL": "${permitter}/api/permitter"},
        "projects": {
            "backoffice": project(1, "backoffice", ["PERMITTER_URL"]),
            "player": project(2, "player", ["PERMITTER_URL"]),
            "coupon": project(3, "coupon", ["PLAYER_URL", "PERMITTER_URL"]),
            "permitter": project(4, "permitter", []),
        },
        "permits": {"coupon": ["player *"]},
    }
)


def test_a_module_and_a_test_say_what_they_need_and_fixtures_ask_somebody_as_well() -> None:
    marked = a_test(pytest.mark.needs("player"), pytest.mark.needs("notice"), pytest.mark.live)

    assert needs_of(marked, ["phone", "service", "tmp_path"]) == {"player", "notice", "vid", "permitter"}


def test_a_test_of_what_only_some_stages_have_is_out_of_place_in_the_others() -> None:
    assert is_out_of_place(["event", "player"], ["player", "coupon"])
    assert not is_out_of_place(["event", "player"], ["player", "event"])


def test_a_test_of_a_service_that_every_stage_should_have_is_not() -> None:
    assert not is_out_of_place(["coupon"], ["player"]), "it is to fail there"


def test_where_no_stage_is_named_nothing_is_out_of_place() -> None:
    assert not is_out_of_place(["event"], [])


def test_a_test_that_is_tried_on_a_service_needs_it() -> None:
    assert needs_of(a_test(), ["service_name", "stranger"], "link") == {"link"}


def test_a_test_may_need_nobody_and_has_to_say_so() -> None:
    assert needs_of(a_test(pytest.mark.needs()), ["phone", "service"]) == frozenset()
    with pytest.raises(Unsaid, match=r"test_x does not say which services it needs"):
        needs_of(a_test(), ["phone"])


def test_what_no_stage_has_cannot_be_needed() -> None:
    refuse_unknown(SPLIT, ["player", "backoffice"], "test_x")
    with pytest.raises(Unsaid, match=r"^test_x needs playr; there are: backoffice, coupon, permitter, player$"):
        refuse_unknown(SPLIT, ["playr"], "test_x")


@pytest.mark.parametrize(
    ("needed", "dead", "passes"),
    [
        (["player"], "player", False),
        (["coupon"], "player", False),  # it limps
        (["player"], "coupon", True),
        (["player", "coupon"], "backoffice", True),
        (["nobody's page"], "backoffice", False),  # the front answers for it
        (["permitter"], "permitter", False),  # somebody gives a name
        (["player"], "permitter", True),  # somebody gives none
        (["coupon"], "permitter", False),  # it gives its own name to player
    ],
)
def test_a_test_passes_without_whom_it_does_not_need(needed: list[str], dead: str, passes: bool) -> None:
    assert can_do_without(SPLIT, needed, dead) is passes

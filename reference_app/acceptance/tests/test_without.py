"""`--without`: what may be asked for, and who is tried while somebody is away."""

import os
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from clever.acceptance.without import away, in_turn, one_of
from clever.runner.places import find_root
from clever.runner.stagefile import known_stages, load_stage

[STAGE, *_] = STAGES = known_stages(find_root())
# Every day the one with most projects, which the suite asks whatever it asks the others.
*SMALLER, LARGEST = sorted(STAGES, key=lambda stage: len(load_stage(stage).projects))


def config(**options: Any) -> Any:
    chosen = {"without": "", "stage": STAGE, "stage_map": "", "nginx": False} | options
    return SimpleNamespace(getoption=lambda name: chosen[name.removeprefix("--").replace("-", "_")])


def test_nobody_is_away_unless_that_is_asked_for() -> None:
    assert away(config()) == []


def test_each_is_all_of_them_and_a_name_is_one() -> None:
    [first, *_] = everybody = away(config(without="each"))

    assert away(config(without=first)) == [first]
    assert everybody


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"without": "playr"}, rf"^--without playr: {STAGE} has no such project; it has .*, or say each$"),
        ({"without": "each", "stage": "castle"}, "unknown stage 'castle'"),
        ({"without": "each", "stage": ""}, "it has to start it as well: --stage NAME"),
        ({"without": "each", "stage_map": "map.json"}, "it has to start it as well: --stage NAME"),
        ({"without": "each", "nginx": True}, "nginx answers for whoever is away"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(pytest.UsageError, match=complaint):
        away(config(**options))


def test_each_project_is_away_once_and_its_tests_come_together(request: pytest.FixtureRequest) -> None:
    def item(name: str, **params: str) -> Any:
        found = pytest.Function.from_parent(request.node.parent, name=name, callobj=lambda: None)
        found.callspec = SimpleNamespace(params=params)  # type: ignore[assignment]
        return found

    items = [
        item("a", absent="vid"),
        item("b", absent="link"),
        item("c", absent="vid"),
        item("d", absent=""),
        item("e"),
    ]

    chosen, others = in_turn(items, ["link", "vid"])

    assert [each.name for each in chosen] == ["b", "a", "c"]
    assert [each.name for each in others] == ["d", "e"]


def test_one_of_several_is_the_same_one_each_time_and_not_the_same_for_all() -> None:
    names = ["vid", "link", "app"]

    chosen = [one_of(names, f"test_{number}") for number in range(50)]

    assert chosen == [one_of(names, f"test_{number}") for number in range(50)]
    assert {name for [name] in chosen} == set(names)
    assert one_of([], "test_1") == []


@pytest.mark.live
@pytest.mark.parametrize("stage", [LARGEST, *(pytest.param(stage, marks=pytest.mark.full) for stage in SMALLER)])
def test_every_test_of_the_suite_says_what_it_needs(stage: str) -> None:
    """Whoever does not say it, or names nobody, stops the run before it begins."""
    suite = ["-q", "--collect-only", "-p", "no:cacheprovider", "--pyargs", "clever.acceptance"]
    command = [sys.executable, "-m", "pytest", *suite, f"--stage={stage}", "--without=each"]

    ran = subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=120, check=False)

    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr
    for project in load_stage(stage).projects:
        assert f"test_who_limps_says_that_it_has_to_wait[without {project}]" in ran.stdout

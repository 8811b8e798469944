"""Which services a project has made since, and that they join what comes of its template."""

from pathlib import Path

import pytest

from clever.runner.stagefile import StageFile, load_stage
from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.own_services import Own, join_all, own_services
from clever.scaffolding.layout import Layout

from .conftest import HERE, with_shipped_stages


def shipped(name: str) -> StageFile:
    return load_stage(name, HERE.root)


def without(stage: StageFile, *apps: str) -> StageFile:
    """The stage as it was before somebody made these."""
    projects = {
        name: table.model_copy(update={"apps": tuple(app for app in table.apps if app not in apps)})
        for name, table in stage.projects.items()
    }
    return stage.model_copy(update={"projects": projects})


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout.find(with_shipped_stages(tmp_path / "project"))


def test_a_project_as_it_was_made_has_none() -> None:
    assert [*own_services(shipped("split"), shipped("split"))] == []


def test_each_is_found_with_those_that_it_calls_but_not_the_permitter_which_all_ask() -> None:
    split = shipped("split")

    assert "PERMITTER_URL" in (split.projects["coupon"].calls or ())
    assert [*own_services(split, without(split, "coupon", "link"))] == [
        Own("coupon", ("player",), "split"),
        Own("link", (), "split"),
    ]


def test_one_may_call_another_that_was_made_since() -> None:
    split = shipped("split")

    assert Own("coupon", ("player",), "split") in [*own_services(split, without(split, "coupon", "player"))]


def test_of_one_process_it_is_known_who_calls_whom_where_that_is_noted() -> None:
    monolith = shipped("monolith")
    noted = monolith.projects["monolith"].model_copy(update={"callees": {"coupon": ("player", "vid")}})
    project = monolith.model_copy(update={"projects": {"monolith": noted}})

    assert [*own_services(project, without(monolith, "coupon", "link"))] == [
        Own("coupon", ("player", "vid"), "monolith"),
        Own("link", (), "monolith"),
    ]


def test_each_is_of_the_stage_that_it_has_joined_and_not_of_one_on_top_of_that() -> None:
    composition = shipped("composition")

    assert [*own_services(composition, without(composition, "coupon", "event"))] == [
        Own("coupon", ("player",), "split"),
        Own("event", ("archive", "notice", "player", "coupon"), "composition"),
    ]


@pytest.mark.parametrize("stage", ["monolith", "split"])
def test_each_joins_the_stage_and_the_distributions(layout: Layout, tmp_path: Path, stage: str) -> None:
    join_all([Own("tea", (), stage), Own("cake", ("player",), stage)], layout.root, tmp_path / "made")

    table = load_stage(stage, layout.root)
    assert {"tea", "cake"} <= {app for project in table.projects.values() for app in project.apps}
    pyproject = (layout.root / "pyproject.toml").read_text()
    assert "clever-service-tea" in pyproject
    assert "clever-service-cake" in pyproject


@pytest.mark.parametrize("stage", ["monolith", "split"])
def test_what_has_joined_is_found_with_those_that_it_calls(layout: Layout, tmp_path: Path, stage: str) -> None:
    before = load_stage(stage, layout.root)
    given = [Own("tea", (), stage), Own("cake", ("player", "tea"), stage), Own("jam", ("cake",), stage)]

    join_all(given, layout.root, tmp_path / "made")

    assert [*own_services(load_stage(stage, layout.root), before)] == given


def test_out_of_several_projects_into_one_and_back_each_calls_whom_it_called(layout: Layout, tmp_path: Path) -> None:
    one, several = (load_stage(name, layout.root) for name in ("monolith", "split"))
    given = [Own("tea", ("link",), "split"), Own("cake", ("player", "tea"), "split")]
    join_all(given, layout.root, tmp_path / "made")

    found = [*own_services(load_stage("split", layout.root), several)]
    shrunk = with_shipped_stages(tmp_path / "shrunk")
    join_all([each._replace(stage="monolith") for each in found], shrunk, tmp_path / "made-again")
    back = [*own_services(load_stage("monolith", shrunk), one)]

    assert [each._replace(stage="split") for each in back] == given


def test_one_that_finds_no_place_is_told_in_one_line(layout: Layout, tmp_path: Path) -> None:
    (layout.root / "pyproject.toml").write_text("")

    with pytest.raises(Refused, match=r"^.*pyproject\.toml: .*; the service would be added there, so bring it back$"):
        join_all([Own("tea", (), "split")], layout.root, tmp_path / "made")

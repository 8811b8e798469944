"""Tiers choose tests; the tally reads what pytest wrote; an absent engine skips, and fails a build server."""

from pathlib import Path

import pytest

from clever.acceptance import against
from workbook import behaviour, markers
from workbook.book import REPOSITORY
from workbook.errors import BookError
from workbook.testing import Tally, Tier, arguments_of, exclusive, stages


def marks(tier: Tier) -> list[str]:
    return [arguments[1] for arguments in arguments_of(tier).values()]


def test_fast_needs_no_engines_and_starts_nothing() -> None:
    assert marks("fast") == ["not live and not full and not engine"]
    assert list(behaviour.stages(Path(), ["monolith"], "fast")) == []
    assert list(behaviour.services(Path(), "fast")) == []


def test_live_tests_come_after_the_others_and_long_ones_only_in_full() -> None:
    assert marks("default") == [
        "not live and not full",
        "live and not postgresql and not alone and not along and not full",
    ]
    assert marks("full") == ["not live", "live and not postgresql and not alone and not along"]


def test_what_disturbs_all_else_comes_last_and_alone_and_only_in_full() -> None:
    [part] = exclusive(Path(), "full")

    assert part.alone
    assert list(exclusive(Path(), "default")) == []


def test_every_stage_is_tested_unless_one_is_named(tmp_path: Path) -> None:
    for name in ("monolith", "split"):
        stage = tmp_path / f"reference_app/stages/{name}/stage.toml"
        stage.parent.mkdir(parents=True)
        stage.touch()

    assert stages(tmp_path) == ["monolith", "split"]
    assert stages(tmp_path, "split") == ["split"]
    with pytest.raises(BookError, match="there is no stage 'mono'; there are: monolith, split"):
        stages(tmp_path, "mono")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """PostgreSQL and nginx are, and no engine answers, whatever is true of this machine."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(against, "find_binaries", lambda: Path("/somewhere"))
    monkeypatch.setattr(against, "find_nginx", lambda: "/somewhere/nginx")
    monkeypatch.setattr(against, "answers", lambda: False)
    return monkeypatch


@pytest.mark.usefixtures("installed")
def test_behaviour_is_tested_on_both_databases_bare_and_behind_nginx_where_that_decides_who_answers() -> None:

    names = [part.name for part in behaviour.stages(Path(), ["monolith", "split"], "default")]

    assert names == [
        "behaviour of monolith on PostgreSQL",
        "behaviour of split on SQLite",
        "behaviour of split on PostgreSQL behind nginx",
    ]
    assert [part.name for part in behaviour.services(Path(), "default")] == ["services on PostgreSQL"]


@pytest.mark.usefixtures("installed")
def test_a_stage_that_is_named_is_tried_on_each_kind_of_database() -> None:
    names = [part.name for part in behaviour.stages(Path(), ["monolith"], "default")]

    assert names == ["behaviour of monolith on SQLite", "behaviour of monolith on PostgreSQL"]


def test_where_an_engine_answers_containers_are_what_split_is_behind_nginx(installed: pytest.MonkeyPatch) -> None:
    installed.setattr(against, "answers", lambda: True)

    names = [part.name for part in behaviour.stages(Path(), ["split", "containers"], "default")]

    assert names == ["behaviour of split on SQLite", "behaviour of containers on PostgreSQL behind nginx"]


def test_of_a_stage_that_can_run_on_containers_its_own_projects_are_tried_there_every_day(
    installed: pytest.MonkeyPatch,
) -> None:
    installed.setattr(against, "answers", lambda: True)

    every_day = list(behaviour.stages(Path(), ["composition", "containers"], "default"))
    [*_, named] = behaviour.stages(Path(), ["composition"], "default")

    assert [part.name for part in every_day] == [
        "behaviour of composition on SQLite",
        "behaviour of composition on containers, of backoffice and event",
        "behaviour of containers on PostgreSQL behind nginx",
    ]
    assert every_day[1].command[-2:] == ("-k", "backoffice or event or test_on_containers")
    assert (named.name, "-k" in named.command) == ("behaviour of composition on containers", False)


@pytest.mark.parametrize(("name", "way"), behaviour.ALONG)
def test_tests_that_need_a_stage_which_runs_share_the_start_of_its_behaviour(
    installed: pytest.MonkeyPatch, name: str, way: str
) -> None:
    installed.setattr(against, "answers", lambda: True)
    file = behaviour.ALONG[name, way]

    [part] = [part for part in behaviour.stages(REPOSITORY, [name], "default") if part.command[3:5] == (name, way)]

    assert file in part.command
    assert "pytest.mark.along" in (REPOSITORY / file).read_text()


def test_what_a_stage_has_from_another_is_tried_without_each_only_in_full() -> None:
    assert list(behaviour.without_each(REPOSITORY, ["composition"], "default")) == []
    assert len(list(behaviour.without_each(REPOSITORY, ["composition"], "full"))) == 1


def test_a_stage_of_several_projects_is_tried_without_each_of_them_at_length_only_in_full() -> None:
    [short] = behaviour.without_each(REPOSITORY, ["monolith", "split"], "default")
    [full] = behaviour.without_each(REPOSITORY, ["monolith", "split"], "full")

    assert short.name == full.name == "behaviour of split without each of its services"
    assert "--without=each" in short.command
    assert "--ignore-glob=*/generic/test_fuzz.py" in short.command
    assert full.command[-3:] == ("--without=each", "--full", "--fuzz-cases=60")
    assert list(behaviour.without_each(REPOSITORY, ["split"], "fast")) == []


@pytest.mark.parametrize(("ci", "parts"), [("false", 1), ("true", 2)])
def test_without_postgresql_a_build_server_tries_and_fails_where_others_leave_it_out(
    monkeypatch: pytest.MonkeyPatch, ci: str, parts: int
) -> None:
    monkeypatch.setattr(against, "find_binaries", lambda: None)
    monkeypatch.setenv("CI", ci)

    assert len(list(behaviour.stages(Path(), ["monolith"], "default"))) == parts


def test_the_tally_counts_failures_errors_and_reasons(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="2">'
        '<testcase><skipped message="nginx is missing"/></testcase><testcase><skipped message="nginx is missing"/>'
        "</testcase></testsuite></testsuites>"
    )
    tally = Tally()

    tally.add(report)
    tally.add(report)

    assert (tally.tests, tally.failed, tally.skipped) == (10, 4, 4)
    assert tally.skips == ["nginx is missing"]
    assert tally.as_json()["passed"] is False


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_an_absent_engine_skips_or_fails(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(markers, "missing", lambda name: f"{name} is missing" if name == "nginx" else "")
    request.node.add_marker(pytest.mark.engine("postgresql"))
    markers.pytest_runtest_setup(request.node)

    request.node.add_marker(pytest.mark.engine("nginx"))

    with pytest.raises(outcome, match="nginx is missing"):
        markers.pytest_runtest_setup(request.node)


def test_a_marker_with_a_name_that_the_doctor_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError, match="nginxx"):
        markers.missing("nginxx")

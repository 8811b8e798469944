"""A stage that can run on processes and on containers runs on one of them at a time."""

import pytest

from clever.runner import stopping, ways
from clever.runner.errors import RunsOtherwise, StageError
from clever.runner.places import StageFolder
from clever.runner.record import Record, write_record
from clever.runner.stagefile import StageFile, load_stage
from clever.runner.tables import CONTAINERS, PROCESSES
from clever.runner.ways import (
    command_to_start,
    load_stage_as_it_ran,
    load_stage_as_it_runs,
    load_stage_of_processes,
    refuse_other_way,
    remember_way,
    runs_on,
)


@pytest.fixture
def stage(both_ways) -> StageFile:
    return load_stage("larger")


@pytest.fixture
def state(stage, root) -> StageFolder:
    folder = StageFolder.of("larger", root)
    folder.make()
    return folder


@pytest.fixture
def there(monkeypatch) -> dict[str, object]:
    """What of the stage runs: `record`, `processes`, `containers`."""
    found: dict[str, object] = {"record": None, "processes": [], "containers": False}
    monkeypatch.setattr(ways, "running_record", lambda folder: found["record"])
    monkeypatch.setattr(ways, "read_record", lambda folder: found["record"])
    monkeypatch.setattr(ways, "of_stage", lambda path: found["processes"])
    monkeypatch.setattr(ways, "any_runs", lambda project: found["containers"])
    return found


def record(compose: str = "") -> Record:
    return Record(0, "", "http://127.0.0.1:9180", {}, {}, {}, compose)


@pytest.mark.parametrize(("compose", "on"), [("", PROCESSES), ("larger-123456", CONTAINERS)])
def test_the_record_of_a_start_says_on_what_it_runs(stage, state, there, compose, on):
    there["record"] = record(compose)

    assert runs_on(stage, state) == on
    assert load_stage_as_it_runs("larger").on == on


def test_what_runs_is_found_where_the_record_is_lost(stage, state, there):
    assert runs_on(stage, state) == ""

    there["containers"] = True
    assert runs_on(stage, state) == "", "nobody has ever started it on containers, so no engine is asked"
    state.run.joinpath("compose.env").touch()
    assert runs_on(stage, state) == CONTAINERS

    there["processes"] = ["supervisord"]
    assert runs_on(stage, state) == PROCESSES


def test_the_other_way_is_refused_in_one_line_that_says_how_to_get_there(stage, state, there):
    there["record"] = record("larger-123456")

    with pytest.raises(RunsOtherwise) as raised:
        refuse_other_way(stage, state)

    assert str(raised.value) == (
        "larger is up already, at http://127.0.0.1:9180, on containers and not on processes; "
        "stop it first: inv down larger"
    )
    refuse_other_way(load_stage("larger", on=CONTAINERS), state)


def test_a_stage_that_is_down_may_start_either_way(stage, state, there):
    refuse_other_way(stage, state)
    refuse_other_way(load_stage("larger", on=CONTAINERS), state)


def test_what_is_for_processes_is_refused_while_it_runs_on_containers(stage, state, there):
    assert load_stage_of_processes("larger", None, instead="wait").on == PROCESSES
    there["record"] = record("larger-123456")

    with pytest.raises(StageError, match="larger runs in containers: wait"):
        load_stage_of_processes("larger", None, instead="wait")


def test_what_it_ran_on_last_is_remembered_and_what_it_runs_on_now_goes_before(stage, state, there):
    assert load_stage_as_it_ran("larger").on == PROCESSES, "its usual way"

    remember_way(load_stage("larger", on=CONTAINERS), state)
    assert load_stage_as_it_ran("larger").on == CONTAINERS

    there["processes"] = ["supervisord"]
    assert load_stage_as_it_ran("larger").on == PROCESSES


def test_a_way_that_a_stage_has_no_longer_is_not_taken(stage, state, there, both_ways):
    remember_way(load_stage("larger", on=CONTAINERS), state)
    (both_ways / "shipped" / "stage.toml").unlink()

    assert load_stage_as_it_ran("larger").on == PROCESSES


def test_a_command_to_start_it_names_what_is_not_its_usual_way(stage):
    assert command_to_start(stage) == "inv up larger"
    assert command_to_start(load_stage("larger", on=CONTAINERS)) == "inv up larger --on containers"
    assert command_to_start(load_stage("shipped")) == "inv up shipped"


@pytest.fixture
def stopped(monkeypatch) -> list[bool]:
    """Whether volumes were to be forgotten, each time that containers were stopped."""
    calls: list[bool] = []
    monkeypatch.setattr(stopping.Compose, "of", lambda stage, folder: stage)
    monkeypatch.setattr(stopping.containers, "stop", lambda compose, *, forget_data: calls.append(forget_data))
    return calls


def test_a_stage_that_never_was_on_containers_is_stopped_without_an_engine(stage, state, stopped):
    stopping.stop_all(stage, state, forget_data=True)

    assert stopped == []


@pytest.mark.parametrize(
    ("compose", "forget_data", "called"),
    [("", False, []), ("", True, [True]), ("larger-123456", False, [False]), ("larger-123456", True, [True])],
)
def test_containers_are_stopped_where_they_may_run_and_their_volumes_go_with_the_data(
    stage, state, stopped, compose, forget_data, called
):
    state.run.joinpath("compose.env").touch()
    write_record(record(compose), state)

    stopping.stop_all(stage, state, forget_data=forget_data)

    assert stopped == called


def test_where_the_record_is_lost_containers_are_looked_for(stage, state, stopped):
    state.run.joinpath("compose.env").touch()

    stopping.stop_all(stage, state)

    assert stopped == [False]

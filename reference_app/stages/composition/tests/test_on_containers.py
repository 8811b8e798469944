"""The same stage on containers: what is new runs as the others do, and only one of the two ways runs at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clever import runner
from clever.runner.containers.compose import Compose
from clever.runner.envfile import read_env
from clever.runner.places import StageFolder, find_root
from clever.runner.processes import of_stage
from clever.runner.readiness import is_ready
from clever.runner.record import read_record

from .in_containers import EVENT, JOB, SERVICES, TABLE

ROOT = find_root(Path(__file__).parent)
GIVEN = {"PATH": os.environ["PATH"]}
NAME = TABLE.name

pytestmark = [pytest.mark.live, pytest.mark.along, pytest.mark.engine("docker")]


@contextmanager
def kept_in(state: Path) -> Iterator[StageFolder]:
    """For this block only: whoever starts another stage meanwhile has a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STAGES_STATE", str(state))
        yield StageFolder.of(NAME, ROOT)


@pytest.fixture(scope="module")
def state(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the data of the stage, which is up; it is gone afterwards, in whichever way it ran last.

    Where the stage runs on containers for the behaviour suite, it is that one's.
    """
    wanted = [request.config.getoption(option, default="") for option in ("--stage", "--on")]
    if wanted == [NAME, "containers"]:
        request.getfixturevalue("stage")
        folder = Path(os.environ["STAGES_STATE"])
    else:
        folder = tmp_path_factory.mktemp("on-containers")
        with kept_in(folder):
            runner.up(NAME, on="containers", root=ROOT, given=GIVEN)
    yield folder
    with kept_in(folder):
        runner.down(NAME, forget_data=True, root=ROOT)


@pytest.fixture(scope="module")
def compose(state: Path) -> Compose:
    """The stage's containers, which are up."""
    with kept_in(state) as folder:
        return Compose.of(TABLE, folder)


def test_every_container_runs_and_every_job_has_ended_well(compose: Compose) -> None:
    found = {one.service: one for one in compose.containers()}
    jobs = {name for name in SERVICES if name.startswith("prepare-") or name == "databases"}

    assert {*found} == {*SERVICES}
    assert {name: one.state for name, one in found.items() if name not in jobs} == dict.fromkeys(
        {*SERVICES} - jobs, "running"
    )
    assert {found[name].exit_code for name in jobs} == {0}


def test_each_project_answers_at_its_door(compose: Compose) -> None:
    record = read_record(compose.folder)
    assert record is not None

    assert {*record.projects} == {*TABLE.projects, "nginx"}
    assert all(is_ready(url) for url in record.projects.values())


@pytest.mark.parametrize("service", EVENT)
def test_what_is_new_has_no_right_beside_and_its_limits(compose: Compose, service: str) -> None:
    [one] = compose.of_service(service)
    [host] = [each["HostConfig"] for each in compose.inspect([one.id])]

    assert host["ReadonlyRootfs"] is True
    assert host["CapDrop"] == ["ALL"]
    assert 0 < host["NanoCpus"] <= 1_000_000_000
    assert 0 < host["Memory"] <= 512 * 1024 * 1024
    assert compose.engine.run("exec", one.id, "id", "-u").strip() == "10001"


def test_no_secret_of_events_is_shown_to_whoever_asks_the_engine(compose: Compose) -> None:
    secrets = read_env(compose.folder.secrets)
    own = [secrets[name] for name in ("SECRET_KEY_EVENT", "CALLER_SECRET_EVENT", "DATABASE_PASSWORD_EVENT")]

    told = str(compose.inspect([one.id for each in [*EVENT, JOB] for one in compose.of_service(each)]))

    assert not [value for value in own if value in told]


def test_the_event_that_runs_is_the_image_that_was_made_for_it_and_so_is_the_backoffice(compose: Compose) -> None:
    for service, image in (("event", "clever/event:local"), ("backoffice", "clever/composition-backoffice:local")):
        [one] = compose.of_service(service)

        assert compose.engine.run("image", "inspect", "--format", "{{.Id}}", image).strip() == one.image


def test_the_other_way_is_refused_while_this_one_runs(compose: Compose, state: Path) -> None:
    with kept_in(state), pytest.raises(runner.RunsOtherwise, match="on containers and not on processes; stop it first"):
        runner.up(NAME, root=ROOT, given=GIVEN)


def test_what_is_for_processes_alone_is_refused_meanwhile(compose: Compose, state: Path) -> None:
    with kept_in(state), pytest.raises(runner.StageError, match="composition runs in containers: an image does not"):
        runner.reload(NAME, root=ROOT)


@pytest.mark.full
def test_whoever_wants_it_afresh_gets_it_the_other_way_and_no_container_is_left(compose: Compose, state: Path) -> None:
    with kept_in(state) as folder:
        running = runner.up(NAME, on="processes", afresh=True, root=ROOT, given=GIVEN)

        assert running.ready
        assert compose.containers() == []
        assert of_stage(folder.path)
        with pytest.raises(runner.RunsOtherwise, match="on processes and not on containers"):
            runner.up(NAME, on="containers", root=ROOT, given=GIVEN)


def test_to_forget_its_data_is_to_forget_that_of_both_ways(compose: Compose, state: Path) -> None:
    def volumes() -> list[str]:
        return compose.engine.run("volume", "ls", "--quiet", "--filter", f"name={compose.name}_").split()

    assert len(volumes()) == 2
    with kept_in(state) as folder:
        assert runner.down(NAME, forget_data=True, root=ROOT)

        assert volumes() == []
        assert of_stage(folder.path) == []
        assert not folder.path.exists()

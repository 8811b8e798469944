"""Another team's service, of a project of their own, joins a composition that runs, and serves behind its permitter."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from clever import runner
from clever.acceptance.holding import taken
from clever.runner.envfile import read_env
from clever.runner.places import StageFolder
from clever.runner.processes import of_stage
from clever.runner.record import Record, read_record
from clever.runner.supervisor import Supervisor
from workbook.book import REPOSITORY
from workbook.project_template.baking import bake
from workbook.project_template.proof.baked import Baked

pytestmark = pytest.mark.live

SECONDS = 30.0  # for what takes five at most, on a machine under heavy load
ANSWERS = {"project_name": "Orders Team", "slug": "orders-team", "namespace": "ordersteam", "stage": "split"}
type Invoke = Callable[..., subprocess.CompletedProcess[str]]
INVOKE = (sys.executable, "-m", "invoke")


@dataclass(frozen=True)
class Up:
    """A stage that runs."""

    folder: StageFolder

    @property
    def record(self) -> Record:
        found = read_record(self.folder)
        assert found is not None
        return found

    @property
    def supervisor(self) -> Supervisor:
        return Supervisor(Path(self.record.sockets))

    def credentials(self, name: str) -> tuple[str, str]:
        """By which one of its callers is known."""
        return name, read_env(self.folder.secrets)[f"CALLER_SECRET_{name.upper().replace('-', '_')}"]


@dataclass(frozen=True)
class Joined:
    """The composition, and the other team's stage whose service has joined it."""

    ours: Up
    theirs: Up
    running_before: set[int]  # the composition's processes

    def ask(
        self, credentials: tuple[str, str] | None, method: str = "GET", more: str = "", **body: object
    ) -> httpx2.Response:
        """The other team's service, straight at its own address."""
        url = f"{self.theirs.record.services['orders']}/api/orders/records{more}"
        return httpx2.request(method, url, auth=credentials, json=body or None, trust_env=False, timeout=10)

    def status(self, name: str) -> int:
        """What one of the composition's callers is answered."""
        return self.ask(self.ours.credentials(name)).status_code


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the composition keeps."""
    return tmp_path_factory.mktemp("ours")


@pytest.fixture(scope="module")
def inv(state: Path) -> Invoke:
    """`inv("register", ...)`, as those who look after the composition type it."""
    environment = os.environ | {"STAGES_STATE": str(state)}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*INVOKE, *words], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Baked]:
    """The other team's, with its first service in the stage split. Whatever of it is up is stopped at the end."""
    into = tmp_path_factory.mktemp("theirs")
    baked = Baked(bake(REPOSITORY, into, ANSWERS), ANSWERS["namespace"])
    try:
        yield baked
    finally:
        baked.run(*INVOKE, "down", "split")


@pytest.fixture(scope="module")
def joined(project: Baked, state: Path, inv: Invoke) -> Iterator[Joined]:
    """Both are up, after the commands that docs/en/project.md shows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STAGES_STATE", str(state))
        patch.setenv("WEB_WORKERS", "1")
        folder = StageFolder.of("composition", REPOSITORY)
        try:
            # Not on its usual ports: another that starts meanwhile would sit on its permitter's while that is away.
            with taken([project.port for project in runner.load_stage("composition", REPOSITORY).projects.values()]):
                runner.up("composition", root=REPOSITORY)
            before = {process.pid for process in of_stage(folder.path)}
            registered = inv("register", "composition", "orders", "--caller", "game-server")
            assert registered.returncode == 0, registered.stderr
            file = state / "orders.env"
            file.write_text(registered.stdout)
            for name, value in read_env(file).items():
                patch.setenv(name, value)
            project.run(*INVOKE, "up", "split", "--detach")
            yield Joined(Up(folder), Up(StageFolder(project.folder / "var/split")), before)
        finally:
            runner.down("composition", root=REPOSITORY)


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < deadline, "it does not come to that"
        time.sleep(0.05)


def test_a_caller_of_the_composition_that_has_a_permit_gets_through(joined: Joined) -> None:
    server, place = joined.ours.credentials("game-server"), f"/{uuid4()}"

    made = joined.ask(server, "PUT", place, customer=str(uuid4()), title="the first order", amount=3)

    assert made.status_code == 200, made.text
    assert joined.ask(server, more=place).json()["title"] == "the first order"
    assert joined.ask(server).json()["items"]


def test_a_caller_of_the_composition_without_a_permit_is_denied(joined: Joined) -> None:
    answer = joined.ask(joined.ours.credentials("player"))

    assert answer.status_code == 403
    assert answer.json()["detail"] == "player has no permit for GET /api/orders/records"


def test_whom_the_composition_does_not_know_is_nobody(joined: Joined) -> None:
    for credentials in (
        None,
        ("game-server", "a guess"),
        ("nobody", "at all"),
        joined.theirs.credentials("game-server"),
    ):
        assert joined.ask(credentials).status_code == 401, credentials


def test_nothing_of_the_composition_was_started_again(joined: Joined) -> None:
    assert joined.running_before
    assert joined.running_before <= {process.pid for process in of_stage(joined.ours.folder.path)}


def test_the_compositions_audit_log_tells_of_it(joined: Joined) -> None:
    with closing(sqlite3.connect(joined.ours.folder.databases / "permitter.sqlite3")) as connection:
        told = "SELECT what, caller, service, operation FROM permitter_auditentry WHERE \"by\" LIKE '%, in a shell'"
        assert connection.execute(f"{told} ORDER BY id").fetchall() == [
            ("added", "orders", "", ""),
            ("granted", "game-server", "orders", "*"),
        ]


@pytest.mark.parametrize("name", ["orders", "coupon", "archive", "backoffice"])
def test_a_name_that_is_taken_there_is_refused(joined: Joined, inv: Invoke, name: str) -> None:
    again = inv("register", "composition", name, "--caller", "player")

    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.count("\n") == 1
    assert name in again.stderr
    assert joined.status("game-server") == 200, "and who was there before stays"


def test_its_own_permitter_need_not_run(joined: Joined) -> None:
    joined.theirs.supervisor.stop("permitter")
    until(lambda: all(one.state == "STOPPED" for one in joined.theirs.supervisor.programs() if one.name == "permitter"))

    assert joined.status("vid") == 403, "nobody has asked in this name before, so nothing was remembered"
    assert joined.status("game-server") == 200


def test_while_the_compositions_permitter_is_away_nobody_gets_in_and_then_again(joined: Joined) -> None:
    joined.ours.supervisor.stop("permitter")

    until(lambda: joined.status("game-server") == 503)
    assert joined.ask(joined.ours.credentials("coupon")).headers["Retry-After"]

    joined.ours.supervisor.start("permitter")
    until(lambda: joined.status("game-server") == 200)

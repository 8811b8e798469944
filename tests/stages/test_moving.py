"""Moving house for real: out of the monolith into the split services, and back."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil
import pytest

import lab
from clever import runner
from clever.acceptance.addresses import Addresses
from clever.acceptance.callers import Caller, Device, Service, Staff
from clever.acceptance.redeeming import gems_of, redeem
from clever.runner.engines.postgresql import private_postgresql
from clever.runner.moves import move
from clever.runner.places import StageFolder, find_root
from clever.runner.processes import of_stage
from clever.runner.stagefile import load_stage

# The same on small stages, without processes, is tested every day beside the runner.
pytestmark = [pytest.mark.live, pytest.mark.full]

KEY = str(uuid4())
CHANGED_BY_REDEEMING = {"coupon_campaign", "coupon_code", "coupon_redemption", "player_grant", "player_possession"}
CHANGED_BY_LIVING = {"django_admin_log", "auth_user", "auth_group", "auth_group_permissions"}  # a login, more roles

MOVE = """
from clever.runner.moves import move
move("monolith", "split", progress=lambda step: print(step.what, flush=True))
"""


@dataclass(frozen=True)
class Guest:
    """Somebody who came while it was a monolith."""

    headers: dict[str, str]
    player_id: str
    code: str
    gems: int

    def at(self, stage: str) -> Caller:
        return Caller(addresses_of(stage), self.headers)


def addresses_of(stage: str) -> Addresses:
    found = runner.status(stage)[stage]
    return Addresses(stage, found["url"], found["services"])


def folder_of(stage: str) -> StageFolder:
    return StageFolder.of(stage, find_root())


@pytest.fixture(scope="module", autouse=True)
def houses_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No other test's stages are meant here, no database that a shell speaks of, and logs that tell of each request."""
    with pytest.MonkeyPatch.context() as environment:
        state = tmp_path_factory.mktemp("houses")
        environment.setenv("STAGES_STATE", str(state))
        environment.setenv("WEB_WORKERS", "1")
        for name in (
            "DATABASE_URL",
            "LOG_LEVEL",
            *(f"{name.upper()}_DATABASE_URL" for name in load_stage("split").databases),
        ):
            environment.delenv(name, raising=False)
        yield state
        for stage in ("monolith", "split"):
            runner.down(stage)


@pytest.fixture(scope="module")
def guest() -> Guest:
    """The monolith was up for a while. Somebody came and redeemed a code; then it was stopped."""
    runner.up("monolith")
    addresses = addresses_of("monolith")
    device = Device(addresses)
    player_id, code = device.new_player(), unused_code(addresses)
    assert redeem(device, code, player_id, KEY).status_code == 200
    found = Guest(device.headers, player_id, code, gems_of(device, player_id))
    runner.down("monolith")
    return found


def unused_code(addresses: Addresses) -> str:
    server = Service(addresses, runner.read_credentials(addresses.stage))
    [welcome] = [
        each for each in server.made("GET", "/api/coupon/campaigns?limit=100")["items"] if "Welcome" in each["name"]
    ]
    codes = server.made("GET", f"/api/coupon/campaigns/{welcome['id']}/codes?limit=100")["items"]
    return next(each["code"] for each in codes if not each["uses"])


@pytest.fixture(scope="module")
def killed(guest: Guest) -> list[str]:
    """What a move told that was killed among the players' possessions, with all its processes."""
    with subprocess.Popen(
        [sys.executable, "-c", MOVE], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        told = []
        for line in process.stdout or ():
            told.append(line.strip())
            if line.strip() == "copy player_possession":
                break
        os.killpg(process.pid, signal.SIGKILL)
    _, alive = psutil.wait_procs(of_stage(folder_of("split").path), timeout=10)
    assert not alive
    return told


@pytest.fixture(scope="module")
def moved(killed: list[str]) -> runner.moves.Outcome:
    return move("monolith", "split")


def test_a_move_that_is_killed_leaves_each_database_whole_or_empty(killed):
    assert "copy vid_vid" in killed

    assert rows("split", "vid", "vid_vid") >= 10_000
    assert [rows("split", "player", table) for table in ("player_player", "player_possession")] == [0, 0]


def rows(stage: str, database: str, table: str) -> Any:
    with closing(sqlite3.connect(folder_of(stage).databases / f"{database}.sqlite3")) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_made_again_it_brings_the_rest(moved):
    assert moved.tables["player_possession"].rows >= 25_000
    assert moved.tables["coupon_redemption"].rows == 1
    assert (moved.files, moved.lost) == (12, ())


@pytest.mark.engine("postgresql")
def test_on_another_kind_of_database_every_table_says_the_same(moved):
    with private_postgresql() as server:
        given = {f"{name.upper()}_DATABASE_URL": server.create(name) for name in load_stage("split").databases}
        given = os.environ | given | {"DATABASE_URL": server.create("monolith")}
        here = {name: value for name, value in given.items() if name != "DATABASE_URL"}

        assert move("monolith", "split", given=here).tables == moved.tables
        assert move("split", "monolith", given=given).tables == moved.tables

        following = server.ask("SELECT nextval(pg_get_serial_sequence('coupon_code', 'id'))", "monolith")
        assert int(following) == moved.tables["coupon_code"].upcoming


def test_life_goes_on_in_the_new_house_and_the_way_back_brings_what_was_new(guest, moved):
    runner.up("split")
    phone = guest.at("split")
    credentials = runner.read_credentials("split")

    # The token of a device, a key of a redemption, the secret of a game server and a password are what they were.
    assert gems_of(phone, guest.player_id) == guest.gems
    assert redeem(phone, guest.code, guest.player_id, KEY).status_code == 200
    assert gems_of(phone, guest.player_id) == guest.gems, "the same key gives nothing twice"
    assert credentials == runner.read_credentials("monolith")
    assert Staff(addresses_of("split")).log_in(credentials.staff_name, credentials.staff_password).status_code == 302

    answer = redeem(phone, unused_code(addresses_of("split")), guest.player_id)
    assert answer.status_code == 200
    at = addresses_of("split")
    way = lab.trace(lab.Stage("split", at.url, at.services), answer.headers["X-Request-Id"])
    assert [(hop.service, hop.caller) for hop in way.hops][:2] == [("coupon", "device"), ("player", "coupon")]

    runner.down("split")
    runner.down("monolith", forget_data=True)
    back = move("split", "monolith")

    assert set(back.stays) >= {"permitter"}
    assert back.tables["coupon_redemption"].rows == 2
    same = {table for table, says in moved.tables.items() if back.tables[table] == says}
    assert moved.tables.keys() - same - CHANGED_BY_LIVING == CHANGED_BY_REDEEMING
    assert runner.read_credentials("monolith") == credentials

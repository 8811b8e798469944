"""Faults of one service of many: it bites that one, leaves the others alone, and is cured."""

from collections.abc import Iterator

import httpx2
import psutil
import pytest

import lab
from clever.runner import load_stage
from clever.runner.environment import database_variable
from lab.fault.programs import find, members

# Lessons 2.2, 2.4 and 2.6 hang, kill and slow the same services in every walk.
pytestmark = [pytest.mark.live, pytest.mark.full]

TABLE = load_stage("split")
SERVICES = ["vid", "player", "coupon", "notice", "link", "app"]


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Stage]:
    """The split services on SQLite. Each test leaves them well."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("STAGES_STATE", str(tmp_path_factory.mktemp("split")))
        for name in ("CACHE_URL", *(database_variable(TABLE, database) for database in TABLE.databases)):
            environment.delenv(name, raising=False)
        try:
            yield lab.up("split")
        finally:
            lab.down("split")


@pytest.fixture
def mina(split: lab.Stage) -> Iterator[lab.Redeemer]:
    """Somebody with two codes."""
    with lab.redeemer(split, codes=2) as mina:
        yield mina


def well(split: lab.Stage) -> list[str]:
    """The services that are ready."""
    return [name for name in SERVICES if status(split, name, "/readyz") == 200]


def status(split: lab.Stage, service: str, path: str = "/healthz", timeout: float = 5) -> int | str:
    """The status of an answer, or how it failed."""
    try:
        return httpx2.get(split.base(service) + path, timeout=timeout, trust_env=False).status_code
    except httpx2.TransportError as error:
        return type(error).__name__


def states(group: int) -> set[str]:
    return {process.status() for process in members(group)}


@pytest.mark.parametrize("program", ["player", "coupon-pending"])
def test_a_killed_program_goes_alone_and_with_its_workers_and_comes_back(split: lab.Stage, program: str):
    groups = {name: find(split, name).group for name in (*SERVICES, "coupon-pending")}
    killed = members(groups[program])

    with lab.fault.kill(split, program) as back:
        psutil.wait_procs(killed, timeout=5)
        assert not any(process.is_running() for process in killed)

    now = {name: find(split, name).group for name in groups}
    assert {name for name in groups if now[name] != groups[name]} == {program}
    assert 0 < back.time_to_return < 30
    assert well(split) == SERVICES


def test_a_service_that_hangs_is_missed_by_those_who_need_it_and_by_nobody_else(split: lab.Stage):
    with lab.fault.hang(split, "player"):
        assert status(split, "player", timeout=0.5) == "ReadTimeout"
        assert status(split, "coupon", "/readyz") == 503
        assert status(split, "link", "/readyz") == 200

    assert well(split) == SERVICES


def test_what_answers_nobody_can_hang_too(split: lab.Stage):
    group = find(split, "coupon-pending").group

    with lab.fault.hang(split, "coupon-pending"):
        assert states(group) == {psutil.STATUS_STOPPED}

    assert psutil.STATUS_STOPPED not in states(group)


def test_one_service_is_slow_at_an_address_of_its_own(split: lab.Stage):
    with lab.fault.slow(split, "coupon", milliseconds=200) as slow:
        answer = slow.get("/healthz")
        assert answer.status_code == 200
        assert answer.elapsed.total_seconds() >= 0.4

    assert status(split, "coupon") == 200


def test_one_service_refuses_and_answers_again(split: lab.Stage):
    with lab.fault.proxy(split, "coupon") as coupon:
        with lab.fault.refuse(coupon), pytest.raises(httpx2.ConnectError):
            coupon.get("/healthz")

        assert coupon.get("/healthz").status_code == 200


def test_what_was_redeemed_and_its_answer_cut_off_is_given_once(split: lab.Stage, mina: lab.Redeemer):
    with lab.fault.proxy(split, "coupon") as coupon:
        mina.target = lab.Stage("split", split.url, {**split.services, "coupon": coupon.url})
        with lab.fault.cut(coupon, after=0), pytest.raises(lab.LabError, match="did not answer"):
            mina.redeem(mina.codes[0])
        assert mina.owned() == 1

        assert mina.redeem(mina.codes[0]) == 200

    assert mina.owned() == 1


def test_one_database_is_away_and_one_service_with_it(split: lab.Stage):
    with lab.fault.database_away(split, "link"):
        assert status(split, "link", "/readyz") == 503
        assert well(split) == [name for name in SERVICES if name != "link"]

    assert well(split) == SERVICES


def test_of_several_programs_and_databases_one_has_to_be_named(split: lab.Stage):
    with pytest.raises(lab.LabError, match=r"split has several databases: name one of .*coupon"):
        lab.fault.database_away(split).__enter__()
    with pytest.raises(lab.LabError, match=r"split has no program 'shop': it has .*coupon-pending"):
        lab.fault.kill(split, "shop").__enter__()

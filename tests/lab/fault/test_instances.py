"""The monolith twice, behind nginx: what a visitor and a member of staff notice when one of the two is lost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

import lab

pytestmark = [pytest.mark.live, pytest.mark.engine("nginx")]
CLICKS = 20


@pytest.fixture(scope="module", autouse=True)
def _state_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """These tests start the monolith otherwise than all others do, so they have one of their own."""
    with pytest.MonkeyPatch.context() as environment:
        state = tmp_path_factory.mktemp("instances")
        environment.setenv("STAGES_STATE", str(state))
        for name in ("DATABASE_URL", "CACHE_URL", "SESSIONS"):
            environment.delenv(name, raising=False)
        yield state
        lab.down("monolith")


def two(**settings: object) -> lab.Stage:
    return lab.up("monolith", nginx=True, instances=2, settings=settings, afresh=True)


@contextmanager
def logged_in(monolith: lab.Stage) -> Iterator[httpx2.Client]:
    """The browser of a member of staff who has just logged in."""
    name, password = monolith.staff
    with httpx2.Client(base_url=monolith.url, timeout=30, trust_env=False) as browser:
        form = browser.get("/admin/login/").text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert token
        sent = {"username": name, "password": password, "csrfmiddlewaretoken": token[1]}
        assert browser.post("/admin/login/?next=/admin/", data=sent).status_code == 302
        yield browser


def asked_to_log_in(browser: httpx2.Client) -> int:
    """How many of some clicks lead to the login page. Without a session, every page of the admin does."""
    answers = [browser.get("/admin/") for _ in range(CLICKS)]
    assert {answer.status_code for answer in answers} <= {200, 302}
    return sum(answer.status_code == 302 for answer in answers)


def served_by(browser: httpx2.Client) -> set[str]:
    return {browser.get("/healthz").headers["x-served-by"] for _ in range(CLICKS)}


@pytest.mark.full  # lesson 1.6 claims it in every walk
def test_a_session_in_the_memory_of_one_process_is_lost_at_every_other_one():
    with logged_in(two(SESSIONS="cache", WEB_WORKERS=1)) as browser:
        assert served_by(browser) == {"web", "web2"}
        # The first who does not know the session takes its cookie away, and then nobody does.
        assert asked_to_log_in(browser) >= CLICKS - 1


@pytest.mark.full  # lesson 1.6 claims it in every walk
def test_a_session_in_the_database_survives_the_loss_of_an_instance():
    survives_the_loss_of_an_instance(two())


@pytest.mark.full  # lesson 1.6 claims it in every walk
@pytest.mark.engine("redis")
def test_a_session_in_redis_survives_the_loss_of_an_instance():
    with lab.redis(another=True) as redis:
        monolith = two(SESSIONS="cache", CACHE_URL=redis.url())
        survives_the_loss_of_an_instance(monolith)
        lab.down(monolith)  # before what it stands on


def survives_the_loss_of_an_instance(monolith: lab.Stage) -> None:
    with logged_in(monolith) as browser:
        assert served_by(browser) == {"web", "web2"}
        assert asked_to_log_in(browser) == 0
        for program in ("web", "web2"):
            with lab.fault.kill(monolith, program):
                assert asked_to_log_in(browser) == 0


def test_an_instance_that_is_killed_fails_nobody_and_comes_back():
    monolith = two()

    with lab.fault.kill(monolith, "web2") as back:
        seen = lab.knock(monolith, "/board/", requests=200)

    assert seen.failed == 0
    assert 0 < back.time_to_return < 30
    assert httpx2.get(f"{monolith.direct['web2']}/readyz").status_code == 200


@pytest.mark.full  # lesson 1.6 claims it in every walk
def test_a_reload_of_two_instances_fails_none_of_5000_requests():
    monolith = two()

    seen = lab.knock(monolith, "/healthz", requests=5_000, during=lambda: [lab.reload(monolith) for _ in range(2)])

    assert seen.requests >= 5_000
    assert seen.statuses == {"200": seen.requests}

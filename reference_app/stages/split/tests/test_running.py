"""What split needs of a machine, what it tells of its secrets, and what it does while a part of it is away."""

import base64
import os
from urllib.parse import quote
from uuid import uuid4

import httpx2
import psutil
import pytest

from clever.acceptance.callers import certificates
from clever.runner.secrets import caller_secret

from .conftest import TABLE, basic
from .running import Split

MOST = 1024**3  # bytes, of all of it

# A master and a worker a project, the one that completes redemptions, supervisord, and nginx's master and worker.
PROCESSES = 2 * len(TABLE.projects) + 2
NGINX_PROCESSES = 2

pytestmark = pytest.mark.live


@pytest.fixture
def front(split: Split) -> httpx2.Client:
    """A browser at nginx."""
    if "nginx" not in split.projects:
        if os.environ.get("CI") == "true":
            pytest.fail("nginx is not installed")
        pytest.skip("nginx is not installed")
    return httpx2.Client(base_url=split.projects["nginx"], trust_env=False, timeout=10)


def game_server(split: Split) -> dict[str, str]:
    return basic("game-server", split.running.credentials.caller_secret)


def ask(split: Split, project: str, method: str, path: str, **request: object) -> httpx2.Response:
    url = split.projects[project] + path
    return httpx2.request(method, url, trust_env=False, verify=certificates(), timeout=10, **request)


def test_all_of_it_takes_few_processes_and_less_than_a_gibibyte(split: Split) -> None:
    for name in TABLE.projects:
        for path in ("/readyz", "/api/docs", "/api/openapi.json"):
            assert split.answers(name, path) == 200, f"{name} {path}"

    processes = split.processes()

    # What several processes have in common counts once: each has its share of it.
    used = sum(process.memory_full_info().pss for process in processes) if psutil.LINUX else 0
    assert len(processes) == PROCESSES + (NGINX_PROCESSES if "nginx" in split.projects else 0)
    assert used < MOST


def test_credentials_are_in_no_log_no_answer_and_no_command_line(split: Split) -> None:
    secret = split.running.credentials.caller_secret
    wrong = f"wrong-{uuid4()}"
    answers = []
    for name, project in TABLE.projects.items():
        path = f"/api/{project.apps[0]}/no-such-thing/{uuid4()}"
        for headers in (
            basic("game-server", secret),
            basic("game-server", wrong),
            basic("player", split.secrets[caller_secret("player")]),
            basic(wrong, secret),  # somebody who mixes up the two fields
            {"Authorization": f"Basic {secret}"},
            {"Authorization": f"Digest {secret}"},
        ):
            answers.append(ask(split, name, "GET", path, headers=headers))
    without_permit = basic("player", split.secrets[caller_secret("player")])
    denied = ask(split, "link", "GET", "/api/link/links", headers=without_permit)
    answers.append(denied)
    player = f"/api/player/players/{uuid4()}"
    assert ask(split, "player", "GET", player, headers=game_server(split)).status_code == 404
    assert ask(split, "player", "GET", player, headers=basic("game-server", wrong)).status_code == 401

    said = "".join(file.read_text(errors="replace") for file in split.folder.logs.iterdir())
    said += "".join(answer.text + str(answer.headers) for answer in answers)
    said += "".join(" ".join(process.cmdline()) for process in split.processes())

    assert denied.status_code == 403
    assert {401, 404} <= {answer.status_code for answer in answers}
    assert "unknown caller, or wrong secret" in said
    for value in {*hidden(split), wrong}:
        assert value not in said
        assert quote(value, safe="") not in said
    for pair in (f"game-server:{secret}", f"game-server:{wrong}"):
        assert base64.b64encode(pair.encode()).decode() not in said


def hidden(split: Split) -> set[str]:
    """All that nobody may read."""
    return {value for name, value in split.secrets.items() if name not in ("STAFF_NAME", "VID_PUBLIC_KEY")}


def test_a_process_holds_the_secrets_of_its_own_project_alone(split: Split) -> None:
    names = {value: name for name, value in split.secrets.items()}

    for process in split.processes():
        environment = process.environ()  # empty for nginx, which writes its title over it
        found = {names[value] for value in environment.values() if value in names}
        own = environment.get("CALLER_NAME", "")
        allowed = {"VID_PUBLIC_KEY", f"SECRET_KEY_{own.upper()}", caller_secret(own)}
        if own == "vid":
            allowed.add("VID_SIGNING_KEY")

        assert found <= allowed, f"{own or process.cmdline()}"


def test_a_service_whose_callee_is_away_starts_says_so_and_answers_503_where_it_needs_it(split: Split) -> None:
    with split.without("player"):
        split.restart("coupon")

        ready = ask(split, "coupon", "GET", "/readyz")
        redeemed = ask(
            split,
            "coupon",
            "POST",
            "/api/coupon/redemptions",
            json={"code": "ANY", "player_id": str(uuid4())},
            headers={**game_server(split), "Idempotency-Key": str(uuid4())},
        )
        owned = ask(split, "coupon", "GET", f"/api/coupon/campaigns/{uuid4()}", headers=game_server(split))

        assert ready.status_code == 503
        assert ready.json()["checks"]["default"] == "ok"
        assert "does not answer" in ready.json()["checks"]["PLAYER_URL"]
        # What needs no player still works: there is no such code, and no such campaign.
        assert redeemed.status_code == 404, redeemed.text
        assert owned.status_code == 404

    split.until(lambda: split.is_ready("coupon"))


def test_a_service_without_the_permitter_is_ready_and_closed_to_whom_it_has_not_heard_of(split: Split) -> None:
    with split.without("permitter"):
        split.restart("link")

        assert split.is_ready("link")
        assert ask(split, "link", "GET", "/l/sample-1").status_code == 302
        answer = ask(split, "link", "GET", "/api/link/links", headers=game_server(split))
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) >= 1

    # Whoever has just asked in vain leaves the permitter in peace for a second.
    split.until(lambda: ask(split, "link", "GET", "/api/link/links", headers=game_server(split)).status_code == 200)


def test_the_board_speaks_the_language_that_is_chosen_on_it_without_nginx_as_well(split: Split) -> None:
    notice, english = split.projects["notice"], {"Accept-Language": "en"}
    with httpx2.Client(base_url=notice, trust_env=False, headers=english) as browser:
        assert '<html lang="en">' in browser.get("/board/").text
        form = {"language": "ko", "next": "/board/", "csrfmiddlewaretoken": browser.cookies["notice_csrf"]}

        browser.post("/board/language/", data=form, headers={"Referer": f"{notice}/board/"})

        assert '<html lang="ko">' in browser.get("/board/").text


def test_where_there_is_no_nginx_pages_that_lead_to_the_board_lead_to_notices(split: Split) -> None:
    for project in ("backoffice", "link"):
        answer = ask(split, project, "GET", "/board/?page=2")

        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{split.projects['notice']}/board/?page=2"


@pytest.mark.engine("nginx")
def test_nginx_says_who_answered(front: httpx2.Client) -> None:
    asked = {"/api/vid/x": "vid", "/api/archive/x": "app", "/board/": "notice", "/l/x": "link", "/admin/": "backoffice"}

    answered = {path: front.get(path).headers["X-Served-By"] for path in asked}

    assert answered == asked


@pytest.mark.engine("nginx")
def test_nginx_leads_nobody_to_the_permitter(front: httpx2.Client, split: Split) -> None:
    question = {"service": "coupon", "name": "coupon", "digest": "0" * 64}
    headers = basic("coupon", split.secrets[caller_secret("coupon")])

    answer = front.post("/api/permitter/permits", json=question, headers=headers)

    assert answer.status_code == 404
    assert ask(split, "permitter", "POST", "/api/permitter/permits", json=question, headers=headers).status_code == 200


@pytest.mark.engine("nginx")
def test_nginx_speaks_for_a_service_that_is_away_as_the_services_do(front: httpx2.Client, split: Split) -> None:
    with split.without("link"):
        answer = front.get("/api/link/links", headers={"X-Request-Id": "while-link-is-away"})
        others = front.get("/api/notice/notices")

    assert answer.status_code == 502
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 502
    assert int(answer.headers["Retry-After"]) >= 1
    assert answer.headers["X-Request-Id"] == "while-link-is-away"
    assert others.status_code == 200


@pytest.mark.engine("nginx")
def test_static_files_come_from_the_disk_each_pages_own(front: httpx2.Client) -> None:
    for page in ("/board/", "/admin/login/", "/l/no-such-link"):
        text = front.get(page).text
        [style, *_] = [part.split('"')[0] for part in text.split('href="')[1:] if ".css" in part.split('"')[0]]

        answer = front.get(style)

        assert answer.status_code == 200, style
        assert "immutable" in answer.headers["Cache-Control"]

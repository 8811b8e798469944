"""A real nginx in front of the tiny stage, with the monolith's nginx.conf."""

import gzip
from http.client import HTTPConnection

import httpx2
import pytest

from clever import runner
from clever.runner.errors import StageError
from clever.runner.places import StageFolder
from clever.runner.processes import of_stage

pytestmark = pytest.mark.live


@pytest.fixture
def running(behind_nginx) -> runner.Running:
    return behind_nginx[0]


@pytest.fixture
def served(behind_nginx) -> StageFolder:
    """Where the stage behind nginx keeps its files."""
    return behind_nginx[1]


def headers_seen(running: runner.Running, **sent: str) -> dict[str, str]:
    """What the application was told, when a client sends these headers."""
    return httpx2.get(f"{running.url}/headers", headers=sent).json()


def test_nginx_is_what_a_browser_opens(running):
    answer = httpx2.get(f"{running.url}/greeting/")

    assert running.services["greeting"] == running.url
    assert (answer.text, answer.headers["server"]) == ("hello", "nginx")


def test_the_application_learns_who_asked_and_by_which_name(running):
    seen = headers_seen(running)

    assert seen["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert seen["HTTP_X_FORWARDED_PROTO"] == "http"
    assert f"http://{seen['HTTP_HOST']}" == running.url


def test_a_client_cannot_claim_to_be_somebody_else(running):
    seen = headers_seen(
        running, **{"X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "x"}
    )

    assert seen["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert seen["HTTP_X_FORWARDED_PROTO"] == "http"
    assert "HTTP_X_FORWARDED_HOST" not in seen


def test_a_request_id_is_made_or_passed_on(running):
    made, given = headers_seen(running), headers_seen(running, **{"X-Request-Id": "from-the-caller"})

    assert len(made["HTTP_X_REQUEST_ID"]) == 32
    assert given["HTTP_X_REQUEST_ID"] == "from-the-caller"


def test_static_files_come_from_the_disk_with_headers_of_their_own(running, served):
    served.static("tiny").mkdir(parents=True, exist_ok=True)
    (served.static("tiny") / "site.css").write_text("body {}")
    (served.static("tiny") / "site.css.gz").write_bytes(gzip.compress(b"body {} "))

    answer = httpx2.get(f"{running.url}/static/site.css")

    assert answer.text == "body {} "  # the compressed one, made beforehand
    assert answer.headers["content-type"] == "text/css"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("site.3f2a9c0d1b4e.css", "public, max-age=31536000, immutable"),
        ("site.css", "public, max-age=60"),
        ("site.min.css", "public, max-age=60"),
    ],
)
def test_only_a_file_with_a_hash_in_its_name_is_kept_for_ever(running, served, name, kept):
    served.static("tiny").mkdir(parents=True, exist_ok=True)
    (served.static("tiny") / name).write_text("body {}")

    assert httpx2.get(f"{running.url}/static/{name}").headers["cache-control"] == kept


def test_an_uploaded_file_has_no_address_of_its_own(running, served):
    served.media("tiny").mkdir(parents=True, exist_ok=True)
    (served.media("tiny") / "upload.html").write_text("<script>alert(1)</script>")

    assert "alert" not in httpx2.get(f"{running.url}/media/upload.html").text


def test_nothing_outside_of_the_folders_is_served(running, served):
    served.static("tiny").mkdir(parents=True, exist_ok=True)

    # The stage's secrets are two folders up. No client in between may tidy these paths.
    for path in ("/static/../../secrets.env", "/static/%2e%2e/%2e%2e/secrets.env", "/static../../secrets.env"):
        connection = HTTPConnection(running.url.removeprefix("http://"), timeout=10)
        connection.request("GET", path)
        assert b"SECRET_KEY" not in connection.getresponse().read()
        connection.close()


def test_a_body_of_11_mib_that_the_application_leaves_unread_does_not_cost_the_answer(running):
    answers = [httpx2.post(f"{running.url}/greeting/", content=b"x" * 11 * 2**20) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200] * 5


def test_a_body_of_13_mib_does_not_reach_the_application(running):
    too_large = httpx2.post(f"{running.url}/greeting/", content=b"x" * 13 * 2**20)

    assert (too_large.status_code, too_large.headers["content-type"]) == (413, "application/problem+json")
    assert too_large.json()["status"] == 413


@pytest.mark.usefixtures("nginx_installed", "stopped_afterwards")
def test_down_leaves_no_nginx(root, folder):
    runner.up("tiny", nginx=True)
    assert "nginx" in {process.name() for process in of_stage(folder.path)}

    runner.down("tiny")

    assert of_stage(folder.path) == []


@pytest.mark.usefixtures("nginx_installed", "stopped_afterwards")
def test_down_ends_the_nginx_that_a_killed_supervisord_left(root, folder):
    runner.up("tiny", nginx=True)
    for process in of_stage(folder.path):
        if process.name() != "nginx":
            process.kill()
    assert of_stage(folder.path)

    assert runner.down("tiny")

    assert of_stage(folder.path) == []


@pytest.mark.usefixtures("nginx_installed", "stopped_afterwards")
def test_a_stage_that_is_up_without_nginx_does_not_get_one(root):
    runner.up("tiny")

    with pytest.raises(StageError, match="without nginx; stop it first: inv down tiny"):
        runner.up("tiny", nginx=True)

import re
from pathlib import Path

import httpx2
import pytest

import lab

pytestmark = pytest.mark.live
with_nginx = pytest.mark.engine("nginx")


def echo(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{environ['REMOTE_ADDR']} for {environ.get('HTTP_X_FORWARDED_FOR')}".encode()]


@pytest.fixture(scope="module")
def server():
    with lab.serve(echo, "gunicorn") as running:
        yield running


@with_nginx
def test_a_server_answers_behind_nginx_and_at_its_own_address(server):
    with lab.behind_nginx(server) as front:
        assert front.get().headers["Server"] == "nginx"
        assert front.get().text == "127.0.0.1 for 127.0.0.1"
        assert server.get().text == "127.0.0.1 for None"


@with_nginx
def test_what_a_client_claims_counts_for_nothing(server):
    with lab.behind_nginx(server) as front:
        assert front.get(headers={"X-Forwarded-For": "203.0.113.9"}).text == "127.0.0.1 for 127.0.0.1"


@with_nginx
def test_the_monolith_answers_behind_it_and_its_static_files_come_from_nginx_alone(monolith):
    with lab.behind_nginx(monolith) as front:
        style = re.search(r'href="(/static/[^"]+\.css)"', front.get("/board/").text)[1]
        with lab.fault.hang(monolith, "web"):
            answer = front.get(style)

    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "gzip")


def test_another_stage_is_pointed_to_its_own():
    with pytest.raises(lab.LabError, match=r"split has an nginx\.conf of its own"):
        lab.behind_nginx(lab.Stage("split", "http://127.0.0.1:1", {}))


@with_nginx
def test_it_ends_and_takes_its_folder_with_it(server):
    front = lab.behind_nginx(server)
    folder = front.scratch.name
    front.stop()
    front.stop()

    with pytest.raises(httpx2.ConnectError):
        httpx2.get(front.url, trust_env=False)
    assert not Path(folder).exists()


def test_without_nginx_it_says_how_to_get_it(server, monkeypatch):
    monkeypatch.setenv("WITHOUT_ENGINES", "nginx")

    with pytest.raises(lab.LabError, match="nginx is not installed: `inv doctor --install`"):
        lab.behind_nginx(server)

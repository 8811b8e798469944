from wsgiref.types import StartResponse, WSGIEnvironment

import psutil
import pytest

import lab
from lab.measure import background


def site(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


def test_what_cannot_be_kept_busy_is_refused_before_locust_starts():
    with pytest.raises(lab.LabError, match="no scenario 'boards'"), lab.busy("http://127.0.0.1:1/", "boards"):
        pytest.fail("it was taken")


@pytest.mark.live
def test_a_target_is_busy_for_the_block_and_nobody_is_left_behind():
    with lab.serve(site, "waitress") as page:
        with lab.busy(page, "page", users=2):
            assert "driver.py" in _commands()
            [connections] = [len(_connections(page.url))]
        assert "driver.py" not in _commands()

    assert connections >= 1


@pytest.mark.live
def test_a_load_that_ends_before_its_time_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(background, "LONGEST", 0.2)

    with lab.serve(site, "waitress") as page, pytest.raises(lab.LabError, match="the load ended before its time"):
        _busy_until_it_ends(page)


def _busy_until_it_ends(page: lab.Process) -> None:
    with lab.busy(page, "page", users=1):
        for child in psutil.Process().children(recursive=True):
            if "driver.py" in " ".join(child.cmdline()):
                child.wait(timeout=30)


def _commands() -> str:
    return " ".join(" ".join(child.cmdline()) for child in psutil.Process().children(recursive=True))


def _connections(url: str) -> list[object]:
    port = int(url.rpartition(":")[2])
    return [each for each in psutil.net_connections("tcp") if each.raddr and each.raddr.port == port]

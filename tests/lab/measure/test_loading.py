import subprocess
import threading
import time
from wsgiref.types import StartResponse, WSGIEnvironment

import psutil
import pytest

from lab.errors import LabError
from lab.measure import loading
from lab.measure.loading import load, scenarios
from lab.running import serve


def site(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    broken = environ["PATH_INFO"] == "/broken"
    start_response("503 Service Unavailable" if broken else "200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


def test_each_scenario_says_what_it_does():
    for name in scenarios():
        assert (loading.SCENARIOS / f"{name}.py").read_text(encoding="utf-8").startswith('"""'), name


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"scenario": "pages"}, "no scenario 'pages': choose one of .*page"),
        ({"seconds": 0}, "not for here"),
        ({"seconds": 3600}, "at most 500 users and 300 s"),
        ({"users": 5000}, "at most 500 users"),
        ({"target": "http://example.org/"}, "not this machine"),
        ({"target": "http://127.0.0.1:1/"}, "nothing answers at http://127.0.0.1:1/ .*start the server first"),
    ],
)
def test_what_cannot_be_loaded_is_refused_before_locust_starts(options, said, monkeypatch):
    monkeypatch.setattr(loading, "_drive", lambda *_: pytest.fail("locust was started"))

    with pytest.raises(LabError, match=said) as error:
        load(**{"target": "http://127.0.0.1:1/", "scenario": "page", **options})

    assert "\n" not in str(error.value)


@pytest.mark.live
def test_a_load_counts_what_was_answered_and_what_failed():
    with serve(site, "waitress") as page:
        good = load(page, "page", seconds=0.5, users=2)
        bad = load(page, "page", seconds=0.5, users=2, path="/broken")

    assert good.requests > 10
    assert good.errors == {}
    assert 0 < good.p50 <= good.p95 <= good.p99
    assert bad.errors == {"503": bad.requests}


@pytest.mark.live
def test_a_target_that_dies_under_load_is_counted_and_the_load_ends():
    with serve(site, "waitress") as page:
        threading.Timer(2.5, page.stop).start()
        begun = time.monotonic()
        found = load(page, "page", seconds=3, users=2)

    assert found.failed > 0
    assert time.monotonic() - begun < 20


@pytest.mark.live
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupted_load_leaves_no_locust_behind(monkeypatch):
    def interrupted(self: subprocess.Popen, *_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with serve(site, "waitress") as page:
        monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
        with pytest.raises(KeyboardInterrupt):
            load(page, "page", seconds=30, users=1)
        children = psutil.Process().children(recursive=True)
        assert [one for one in children if str(loading.DRIVER) in one.cmdline()] == []


@pytest.mark.live
def test_a_scenario_that_breaks_says_how(tmp_path, monkeypatch):
    (tmp_path / "page.py").write_text("raise SystemExit('no codes are left')\n", encoding="utf-8")
    monkeypatch.setattr(loading, "SCENARIOS", tmp_path)

    with serve(site, "waitress") as page, pytest.raises(LabError, match="the load could not run: no codes are left"):
        load(page, "page", seconds=1)

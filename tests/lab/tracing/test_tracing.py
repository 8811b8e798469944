import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import lab
from lab.tracing import tracing

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
SPLIT = lab.Stage("split", "http://127.0.0.1:1", {})

Log = Callable[..., None]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Log:
    """`log("coupon", began, took, caller)`: let that service have logged a request, times in ms."""
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))
    logs = tmp_path / "split" / "logs"
    logs.mkdir(parents=True)

    def write(service: str, began: float, took: float, caller: str) -> None:
        ended = NOON + timedelta(milliseconds=began + took)
        line = {
            **{"logger": "access", "message": "request", "request_id": "a-request", "project": service},
            **{"method": "GET", "route": f"api/{service}", "status": 200, "milliseconds": took, "caller": caller},
            **{"began": (NOON + timedelta(milliseconds=began)).isoformat(), "time": ended.isoformat()},
        }
        with (logs / f"{service}.log").open("a", encoding="utf-8") as stream:
            stream.write(f"{json.dumps(line)}\n")

    return write


def test_a_cell_sees_who_asked_whom_when_and_for_how_long(log: Log) -> None:
    log("player", 10, 30, "coupon")
    log("coupon", 0, 50, "device")

    found = lab.trace(SPLIT, "a-request")

    assert (found.services, found.milliseconds) == (["coupon", "player"], 50)
    assert [(hop.service, hop.caller, hop.milliseconds) for hop in found.hops] == [
        ("coupon", "device", 50),
        ("player", "coupon", 30),
    ]
    assert "└─ player GET /api/player, for coupon" in found.text()
    assert "<td>coupon GET /api/coupon, for device</td>" in found.html()


def test_it_waits_for_a_line_that_is_still_on_its_way(log: Log) -> None:
    log("player", 10, 30, "coupon")
    late = threading.Timer(tracing.QUIET / 2, log, ["coupon", 0, 50, "device"])
    late.start()

    found = lab.trace(SPLIT, "a-request")

    late.join()
    assert found.services == ["coupon", "player"]


def test_a_request_that_nobody_has_logged_is_said_so(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "SECONDS", 0)

    with pytest.raises(lab.LabError, match="no log of split knows the request 'nobody'"):
        lab.trace(SPLIT, "nobody")

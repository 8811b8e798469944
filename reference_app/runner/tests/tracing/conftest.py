"""Logs as a stage's programs write them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from clever.runner.places import StageFolder

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def at(milliseconds: float) -> datetime:
    return NOON + timedelta(milliseconds=milliseconds)


def asked(service: str, began: float, took: float, *, caller: str = "stranger", **more: Any) -> dict[str, Any]:
    """The line that a service writes for a request. `began` is in milliseconds after noon."""
    return {
        "level": "INFO",
        "logger": "access",
        "message": "request",
        "request_id": "a-request",
        "time": at(began + took).isoformat(),
        "project": service,
        "method": "GET",
        "route": f"api/{service}/things",
        "status": 200,
        "milliseconds": took,
        "caller": caller,
        "began": at(began).isoformat(),
        **more,
    }


def said(service: str, moment: float, text: str, **more: Any) -> dict[str, Any]:
    """Any other line."""
    return {
        "level": "WARNING",
        "logger": f"clever.service.{service}",
        "message": text,
        "request_id": "a-request",
        "time": at(moment).isoformat(),
        "project": service,
        **more,
    }


Write = Callable[..., Path]


@pytest.fixture
def write(root: Path, folder: StageFolder) -> Write:
    """`write("coupon.log", {...}, "any text")`: let a log of the stage `tiny` hold these lines."""
    folder.make()

    def put(name: str, *lines: dict[str, Any] | str) -> Path:
        file = folder.logs / name
        with file.open("a", encoding="utf-8") as stream:
            stream.writelines(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        return file

    return put

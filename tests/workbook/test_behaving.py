"""One stage's behaviour as a command, whose exit status is the answer."""

from typing import Any

import pytest

from clever.acceptance.against import SQLITE
from clever.runner.errors import StageError
from workbook import behaving


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the suite is asked to do; it does nothing."""
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(behaving, "accept", lambda stage, **wish: asked.append({"stage": stage, **wish}) or True)
    monkeypatch.setattr(behaving, "left_to_the_tests", lambda: None)
    return asked


def test_the_rest_of_the_line_is_pytests(asked: list[dict[str, Any]]) -> None:
    assert behaving.main(["monolith", SQLITE, "--nginx", "-q", "--junitxml=report.xml"]) == 0
    assert asked == [{"stage": "monolith", "on": SQLITE, "nginx": True, "arguments": ["-q", "--junitxml=report.xml"]}]


def test_a_stage_that_misbehaves_fails(asked: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(behaving, "accept", lambda stage, **wish: False)

    assert behaving.main(["monolith", SQLITE]) == 1


def test_where_it_cannot_be_tried_one_line_says_why(
    asked: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_engine(stage: str, **wish: Any) -> bool:
        raise StageError("PostgreSQL is not installed")

    monkeypatch.setattr(behaving, "accept", no_engine)

    with pytest.raises(SystemExit, match=r"^PostgreSQL is not installed$"):
        behaving.main(["monolith", SQLITE])

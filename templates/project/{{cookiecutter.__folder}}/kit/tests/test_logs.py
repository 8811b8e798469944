import io
import json
import logging
import logging.config
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit.logs import logging_settings, project_of
from {{ cookiecutter.namespace }}.kit.middleware.request_id import current


@pytest.fixture
def log() -> Any:
    """A logger configured as a project's are, with a handler that writes where the test can read it."""
    settings = logging_settings(level="INFO", project="monolith")
    formatter = settings["formatters"]["json"]
    made = logging.config.DictConfigurator(settings).configure_formatter(dict(formatter))
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(made)
    handler.addFilter(
        logging.config.DictConfigurator(settings).configure_filter(dict(settings["filters"]["request_id"]))
    )
    logger = logging.Logger("{{ cookiecutter.namespace }}.test")
    logger.addHandler(handler)
    logger.read = lambda: [json.loads(line) for line in written.getvalue().splitlines()]  # type: ignore[attr-defined]
    return logger


def test_a_line_is_one_json_object_that_names_its_project(log: Any) -> None:
    log.info("redeemed %s", "a code", extra={"milliseconds": 3})

    [line] = log.read()
    assert line["message"] == "redeemed a code"
    assert (line["level"], line["logger"], line["project"]) == ("INFO", "{{ cookiecutter.namespace }}.test", "monolith")
    assert line["milliseconds"] == 3
    assert datetime.fromisoformat(line["time"]).tzinfo == UTC


def test_a_line_carries_the_id_of_the_request_being_served(log: Any) -> None:
    token = current.set("game-0000-0001")
    try:
        log.info("inside")
    finally:
        current.reset(token)
    log.info("outside")

    assert [line["request_id"] for line in log.read()] == ["game-0000-0001", ""]


def test_a_line_that_django_writes_after_the_last_middleware_still_has_the_requests_id(log: Any) -> None:
    log.error("Internal Server Error", extra={"request": SimpleNamespace(request_id="game-0000-0002")})

    assert log.read()[0]["request_id"] == "game-0000-0002"


def test_a_line_carries_the_ids_of_the_span_that_it_is_written_in(log: Any, recorder: Any) -> None:
    log.info("inside")

    [line] = log.read()
    assert (line["trace_id"], line["span_id"]) == tuple(recorder.ids().values())


def test_a_line_that_django_writes_when_the_span_is_over_still_has_its_ids(log: Any) -> None:
    log.error("Internal Server Error", extra={"request": SimpleNamespace(span_ids={"trace_id": "0af7"})})

    assert log.read()[0]["trace_id"] == "0af7"


def test_outside_of_a_span_a_line_says_nothing_of_one(log: Any) -> None:
    log.info("outside")

    assert {"trace_id", "span_id"}.isdisjoint(log.read()[0])


def test_the_name_that_a_project_gives_is_found_again() -> None:
    assert project_of(logging_settings(level="INFO", project="coupon")) == "coupon"
    assert project_of({"version": 1}) == ""


def test_an_error_of_many_lines_is_still_one_line(log: Any) -> None:
    try:
        raise ValueError("first\nsecond")
    except ValueError:
        log.exception("it broke\nbadly")

    [line] = log.read()
    assert "second" in line["exc_info"]


def test_the_http_library_is_kept_from_logging_whole_urls() -> None:
    loggers = logging_settings(level="DEBUG", project="monolith")["loggers"]

    assert loggers["httpx2"]["level"] == loggers["httpcore2"]["level"] == "WARNING"

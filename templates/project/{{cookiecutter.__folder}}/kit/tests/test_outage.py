import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from ninja import Router

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.kit.outage import database_is_away

NO_ROLE = {"08006", "53300", "57P01", "57P02", "57P03"}


def of_sqlite(cause: Callable[[], Any]) -> DatabaseError:
    """What Django makes of an error of SQLite's."""
    with pytest.raises(sqlite3.OperationalError) as raised:
        cause()
    error = OperationalError(*raised.value.args)
    error.__cause__ = raised.value
    return error


def of_postgresql(state: str | None, kind: type[DatabaseError] = OperationalError) -> DatabaseError:
    """What Django makes of an error of PostgreSQL's, with this SQLSTATE; None is one of the client library."""
    error = kind("some words")
    error.__cause__ = psycopg.errors.lookup(state)() if state else psycopg.OperationalError("connection refused")
    return error


def locked(file: Path) -> Any:
    """Two who want to write at a time."""
    with sqlite3.connect(file) as one, sqlite3.connect(file, timeout=0) as other:
        one.execute("BEGIN IMMEDIATE")
        try:
            return other.execute("BEGIN IMMEDIATE")
        finally:
            one.rollback()


def test_an_sqlite_file_that_cannot_be_opened_or_is_locked_is_away(tmp_path: Path) -> None:
    nowhere = of_sqlite(lambda: sqlite3.connect(tmp_path).execute("SELECT 1"))

    assert database_is_away(nowhere)
    assert database_is_away(of_sqlite(lambda: locked(tmp_path / "shop.sqlite3")))


def test_a_table_that_is_missing_is_a_fault_of_ours() -> None:
    assert not database_is_away(of_sqlite(lambda: sqlite3.connect(":memory:").execute("SELECT * FROM sale")))
    assert not database_is_away(of_postgresql("42P01", ProgrammingError))


@pytest.mark.parametrize("state", [None, *sorted(NO_ROLE)])
def test_a_postgresql_that_refuses_or_goes_away_is_away(state: str | None) -> None:
    assert database_is_away(of_postgresql(state))


@pytest.mark.parametrize("state", ["40P01", "55P03", "57014"])
def test_a_deadlock_and_a_timeout_are_answers(state: str) -> None:
    assert not database_is_away(of_postgresql(state))


def test_a_connection_that_is_closed_is_away() -> None:
    assert database_is_away(InterfaceError("connection already closed"))


def test_other_errors_have_nothing_to_do_with_it() -> None:
    assert not database_is_away(ZeroDivisionError())
    assert not database_is_away(None)


router = Router()


class Addresses:
    """A project whose every view meets the error that a test puts here."""

    error: Exception = ZeroDivisionError()
    handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"


def fail(request: HttpRequest) -> HttpResponse:
    raise Addresses.error


router.get("/fail")(fail)
api = make_api(title="Under test")
api.add_router("/kit", router)
Addresses.urlpatterns = [path("api/", api.urls), path("api/outside", fail), path("page", fail)]  # type: ignore[attr-defined]


@pytest.fixture
def visitor(settings: Any) -> Client:
    settings.ROOT_URLCONF = Addresses
    return Client(raise_request_exception=False)


def test_a_page_asks_for_patience_and_names_nothing_of_our_inside(visitor: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(Addresses, "error", of_postgresql(None))

    answer = visitor.get("/page")

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "try again" in answer.content.decode()
    assert "다시" in answer.content.decode()
    assert "some words" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/api/kit/fail", "/api/outside"])
def test_below_api_it_is_a_problem(visitor: Client, monkeypatch: Any, address: str) -> None:
    monkeypatch.setattr(Addresses, "error", of_postgresql(None))

    answer = visitor.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer.json()["type"] == "urn:problem:unavailable"
    assert int(answer["Retry-After"]) > 0
    assert "some words" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/page", "/api/kit/fail", "/api/outside"])
def test_an_error_of_our_own_stays_one(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 500

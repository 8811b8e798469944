from collections.abc import Callable
from pathlib import Path

import pytest

from {{ cookiecutter.namespace }}.kit.databases import POSTGRESQL, SQLITE, database, sqlite_url
from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment

env = Environment()
Configured = Callable[..., None]


def test_sqlite_takes_its_lock_when_a_transaction_begins_and_lets_readers_read(configured: Configured) -> None:
    configured(DATABASE_URL="sqlite:///some/file.sqlite3")

    found = database(env)

    assert (found["ENGINE"], found["NAME"]) == (SQLITE, "some/file.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]
    assert found["OPTIONS"]["timeout"] >= 5


def test_an_absolute_path_stays_absolute(configured: Configured, tmp_path: Path) -> None:
    configured(DATABASE_URL=sqlite_url(tmp_path / "database.sqlite3"))

    assert database(env)["NAME"] == str(tmp_path / "database.sqlite3")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_read_with_all_its_parts(configured: Configured, scheme: str) -> None:
    configured(DATABASE_URL=f"{scheme}://{{ cookiecutter.namespace }}:p%40ss%2Fword@db.example:5433/game?sslmode=require")

    found = database(env)

    assert found["ENGINE"] == POSTGRESQL
    assert (found["NAME"], found["USER"], found["PASSWORD"]) == ("game", "{{ cookiecutter.namespace }}", "p@ss/word")
    assert (found["HOST"], found["PORT"]) == ("db.example", 5433)
    assert found["OPTIONS"] == {"connect_timeout": 5, "sslmode": "require"}


def test_requests_are_never_wrapped_in_a_transaction_whatever_the_url_says(configured: Configured) -> None:
    configured(DATABASE_URL="sqlite:///x?atomic_requests=true")

    assert database(env)["ATOMIC_REQUESTS"] is False


def test_an_option_in_the_url_goes_before_ours(configured: Configured) -> None:
    configured(DATABASE_URL="sqlite:///x?timeout=3")

    assert database(env)["OPTIONS"]["timeout"] == 3


@pytest.mark.parametrize(
    "url",
    [
        "",
        "database.sqlite3",
        "/var/database.sqlite3",
        "mysql://root@localhost/game",
        "sqlite:",
        "sqlite://",
        "sqlite:///",
        "sqlite://database.sqlite3",
        "sqlite://:memory:",
        "sqlite:///:memory:",
        "postgresql://",
        "postgresql://localhost",
        "postgresql://localhost/",
        "postgresql://{{ cookiecutter.namespace }}:hunter2@localhost:port/game",
        "postgresql://{{ cookiecutter.namespace }}:hunter/2@localhost/game",
        "postgresql://localhost:99999/game",
        "postgresql://[::1/game",
    ],
)
def test_a_malformed_url_stops_the_start_with_one_line_that_keeps_the_password_to_itself(
    configured: Configured, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    configured(DATABASE_URL=url)

    with pytest.raises(ConfigurationError) as stopped:
        database(env, default="sqlite:///default.sqlite3")

    said = capsys.readouterr().err
    assert stopped.value.code == 3
    assert said.startswith("configuration: DATABASE_URL is malformed: ")
    assert said.count("\n") == 1
    assert "hunter" not in said


def test_a_missing_url_has_its_default_or_stops_the_start(configured: Configured) -> None:
    configured(DATABASE_URL=None)

    assert database(env, default="sqlite:///default.sqlite3")["NAME"] == "default.sqlite3"
    with pytest.raises(ConfigurationError, match="DATABASE_URL is missing"):
        database(env)

"""The settings as a server reads them, in a process of its own."""

import pytest

from .conftest import Manage

# What a production environment adds to the one that the tests have.
PRODUCTION = {"SECURE": "1", "DEBUG": "0", "ALLOWED_HOSTS": "game.example"}


def test_production_passes_djangos_deployment_checks(manage: Manage) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert done.returncode == 0, done.stderr


def test_the_deployment_checks_would_notice_plain_http(manage: Manage) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **{**PRODUCTION, "SECURE": "0"})

    assert done.returncode != 0
    assert "SECURE_HSTS_SECONDS" in done.stderr


def test_the_migrations_are_complete(manage: Manage) -> None:
    done = manage("makemigrations", "--check", "--dry-run")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["SECRET_KEY", "VID_PUBLIC_KEY", "VID_SIGNING_KEY"])
def test_without_a_secret_it_does_not_start_and_says_which(manage: Manage, name: str) -> None:
    done = manage("check", **PRODUCTION, **{name: None})

    assert done.returncode == 3
    assert done.stderr.splitlines() == [f"configuration: {name} is missing; set it in the environment"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://somewhere/else"),
        ("DATABASE_URL", "not a url"),
        ("DATABASE_URL", "postgresql://localhost:notaport/shop"),
        ("DATABASE_URL", "postgresql://localhost"),
        ("SECURE", "perhaps"),
        ("VID_TOKEN_DAYS", "many"),
        ("VID_PUBLIC_KEY", "not base64!"),
        ("CACHE_URL", "nowhere://"),
        ("SESSIONS", "cookie"),
        ("TIME_ZONE", "Mars/Olympus_Mons"),
        ("CALLERS", "no-digest"),
        ("CALLERS", "game=abc"),
        ("PLAYER_URL", "ftp://player"),
    ],
)
def test_a_malformed_variable_stops_the_start_in_one_line(manage: Manage, name: str, value: str) -> None:
    done = manage("check", **{name: value})

    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"configuration: {name} is malformed: ")


def test_the_line_about_a_malformed_address_holds_no_password(manage: Manage) -> None:
    done = manage("check", DATABASE_URL="mysql://clever:hunter2@localhost/shop")

    assert "hunter2" not in done.stdout + done.stderr


@pytest.mark.parametrize(("cache", "warned"), [("locmemcache://", True), ("redis://127.0.0.1:6379/0", False)])
def test_sessions_in_a_cache_that_each_process_keeps_to_itself_are_warned_of(
    manage: Manage, cache: str, warned: bool
) -> None:
    done = manage("check", SESSIONS="cache", CACHE_URL=cache)

    assert done.returncode == 0
    assert ("kit.W001" in done.stderr) is warned

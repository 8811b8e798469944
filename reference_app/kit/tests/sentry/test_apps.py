"""Starting a project with the app, in a process of its own: what has begun there ends only with it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from clever.kit.environment import ConfigurationError
from clever.kit.testing.programs import run_program

HERE = Path(__file__).parent
DSN = "http://public@127.0.0.1:9/7"


def start(**variables: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SENTRY_")}
    return run_program(HERE / "start.py", folder=HERE, environment=environment | variables)


def loaded(done: Any) -> list[str]:
    names: list[str] = json.loads(done.stdout.replace("'", '"'))
    return names


@pytest.mark.parametrize("variables", [{}, {"SENTRY_DSN": ""}, {"SENTRY_ENVIRONMENT": "staging"}])
def test_without_a_dsn_nothing_happens_and_nothing_is_loaded(variables: dict[str, str]) -> None:
    done = start(**variables)

    assert (done.returncode, done.stderr) == (0, "")
    assert loaded(done) == ["clever.kit.sentry", "clever.kit.sentry.apps"]


def test_with_a_dsn_it_begins_and_says_nothing_of_it() -> None:
    done = start(SENTRY_DSN=DSN)

    assert (done.returncode, done.stderr) == (0, "")
    assert "sentry_sdk" in loaded(done)


@pytest.mark.parametrize(
    "dsn", ["sentry.example/7", "https://sentry.example/7", "https://key@/7", "https://key@host/x"]
)
def test_a_malformed_dsn_stops_the_start_with_one_line_that_names_it(dsn: str) -> None:
    done = start(SENTRY_DSN=dsn)

    assert done.returncode == 3
    [line] = done.stderr.splitlines()
    assert line.startswith("configuration: SENTRY_DSN is malformed: ")
    assert line.endswith("use https://KEY@HOST/PROJECT")


def test_without_the_extra_a_dsn_stops_the_start_with_one_line_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SENTRY_DSN", DSN)
    monkeypatch.setitem(sys.modules, "sentry_sdk", None)
    monkeypatch.delitem(sys.modules, "clever.kit.sentry.starting", raising=False)

    with pytest.raises(ConfigurationError, match=r"sentry_sdk is not installed; install clever-kit\[sentry\]"):
        apps.get_app_config("sentry").ready()

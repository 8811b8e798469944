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
COLLECTOR = "http://127.0.0.1:9"


def start(**variables: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OTEL_")}
    return run_program(HERE / "start.py", folder=HERE, environment=environment | variables)


def loaded(done: Any) -> list[str]:
    names: list[str] = json.loads(done.stdout.replace("'", '"'))
    return names


@pytest.mark.parametrize("variables", [{}, {"OTEL_EXPORTER_OTLP_ENDPOINT": ""}, {"OTEL_SERVICE_NAME": "coupon"}])
def test_without_an_endpoint_nothing_happens_and_nothing_is_loaded(variables: dict[str, str]) -> None:
    done = start(**variables)

    assert (done.returncode, done.stderr) == (0, "")
    assert loaded(done) == ["clever.kit.tracing", "clever.kit.tracing.apps"]


def test_with_an_endpoint_it_begins_and_says_nothing_of_it() -> None:
    done = start(OTEL_EXPORTER_OTLP_ENDPOINT=COLLECTOR)

    assert (done.returncode, done.stderr) == (0, "")
    assert "opentelemetry.sdk.trace" in loaded(done)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"),
        ("OTEL_EXPORTER_OTLP_TIMEOUT", "soon"),
        ("OTEL_EXPORTER_OTLP_HEADERS", "no-header"),
    ],
)
def test_a_malformed_variable_stops_the_start_with_one_line_that_names_it(variable: str, value: str) -> None:
    done = start(**{"OTEL_EXPORTER_OTLP_ENDPOINT": COLLECTOR, variable: value})

    assert done.returncode == 3
    [line] = done.stderr.splitlines()
    assert line.startswith(f"configuration: {variable} is malformed: ")


def test_without_the_extra_an_endpoint_stops_the_start_with_one_line_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", COLLECTOR)
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    monkeypatch.delitem(sys.modules, "clever.kit.tracing.starting", raising=False)

    with pytest.raises(ConfigurationError, match=r"opentelemetry is not installed; install clever-kit\[tracing\]"):
        apps.get_app_config("tracing").ready()

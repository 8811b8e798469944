from collections.abc import Callable
from typing import Any

import pytest

from clever.kit.environment import ConfigurationError
from clever.kit.tracing.configuration import Configuration, read_configuration

Read = Callable[..., Configuration]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """`read(TRACES_SAMPLER="always_on")`: what comes of that, with an endpoint beside it."""

    def reading(**variables: str) -> Configuration:
        for name, value in {"EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", **variables}.items():
            monkeypatch.setenv(f"OTEL_{name}", value)
        return read_configuration()

    return reading


def test_an_endpoint_is_all_that_must_be_said(read: Read) -> None:
    found = read()

    assert found.endpoint == "http://127.0.0.1:4318/v1/traces"
    assert found.service == "tests"  # as in the log
    assert (found.timeout, found.headers) == (2.0, {})


def test_what_is_empty_is_not_set(read: Read) -> None:
    found = read(EXPORTER_OTLP_PROTOCOL="", SERVICE_NAME="", TRACES_SAMPLER="", EXPORTER_OTLP_TRACES_ENDPOINT="")

    assert found == read()


def test_a_name_of_its_own_goes_before_the_projects(read: Read) -> None:
    assert read(SERVICE_NAME="coupon-worker").service == "coupon-worker"


def test_a_project_whose_log_is_of_another_make_needs_a_name_of_its_own(read: Read, settings: Any) -> None:
    settings.LOGGING = {"version": 1}

    with pytest.raises(ConfigurationError, match="OTEL_SERVICE_NAME is missing"):
        read()


def test_headers_are_read_as_they_are_escaped_and_kept_from_view(read: Read) -> None:
    found = read(EXPORTER_OTLP_HEADERS="api-key=secret%20key, tenant=ours")

    assert found.headers == {"api-key": "secret key", "tenant": "ours"}
    assert "secret" not in repr(found)


def test_a_collector_is_called_by_its_host_and_never_by_its_credentials(read: Read) -> None:
    assert read(EXPORTER_OTLP_ENDPOINT="https://somebody:secret@collector:4318/to/us").collector == "collector:4318"


def test_an_endpoint_for_traces_alone_is_taken_as_it_is(read: Read) -> None:
    assert read(EXPORTER_OTLP_TRACES_ENDPOINT="http://tempo:4318/in").endpoint == "http://tempo:4318/in"


def test_batches_are_no_larger_than_the_queue(read: Read) -> None:
    assert read(BSP_MAX_QUEUE_SIZE="100").batch == 100


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EXPORTER_OTLP_ENDPOINT", "localhost:4318"),
        ("EXPORTER_OTLP_ENDPOINT", "http://"),
        ("EXPORTER_OTLP_TRACES_ENDPOINT", "tempo"),
        ("EXPORTER_OTLP_PROTOCOL", "grpc"),
        ("EXPORTER_OTLP_TIMEOUT", "nan"),
        ("EXPORTER_OTLP_TIMEOUT", "10000"),  # in milliseconds, as other languages have it
        ("EXPORTER_OTLP_COMPRESSION", "zip"),
        ("EXPORTER_OTLP_HEADERS", "key"),
        ("TRACES_SAMPLER", "sometimes"),
        ("BSP_MAX_QUEUE_SIZE", "0"),
        ("BSP_MAX_EXPORT_BATCH_SIZE", "100000"),
        ("BSP_SCHEDULE_DELAY", "5s"),
    ],
)
def test_what_is_malformed_is_said_of_the_variable_that_is(read: Read, variable: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"OTEL_{variable} is malformed"):
        read(**{variable: value})


@pytest.mark.parametrize("value", ["2", "-0.1", "half"])
def test_a_samplers_ratio_is_from_0_to_1(read: Read, value: str) -> None:
    with pytest.raises(ConfigurationError, match="OTEL_TRACES_SAMPLER_ARG is malformed"):
        read(TRACES_SAMPLER="traceidratio", TRACES_SAMPLER_ARG=value)

"""What the environment says of traces, in OpenTelemetry's own variables. The sampler's are read by the library.

https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.conf import settings

from clever.kit.environment import ConfigurationError, Environment
from clever.kit.logs import project_of

PROTOCOL = "http/protobuf"
COMPRESSIONS = ("none", "gzip", "deflate")
RATIOS = ("traceidratio", "parentbased_traceidratio")
SAMPLERS = (*RATIOS, "always_on", "always_off", "parentbased_always_on", "parentbased_always_off")
LONG = 60.0  # seconds; nothing here should take longer


@dataclass(frozen=True)
class Configuration:
    """Where spans go, how, and in whose name."""

    service: str
    endpoint: str
    headers: dict[str, str] = field(repr=False)  # they may hold a key
    timeout: float  # seconds that sending a batch may take, and a collector hold up the end of a process
    compression: str
    queue: int  # spans that wait to be sent at most; those that find it full are lost
    batch: int  # spans that are sent together
    delay: int  # milliseconds from one batch to the next

    @property
    def collector(self) -> str:
        """Who is at the endpoint, for people: without the path, and without credentials that an address may hold."""
        return urlsplit(self.endpoint).netloc.rpartition("@")[2]


def read_configuration() -> Configuration:
    """Raises ConfigurationError."""
    env = Environment()
    env.ENVIRON = {name: value for name, value in env.ENVIRON.items() if value}  # to OpenTelemetry, empty is not set
    base = env.address("OTEL_EXPORTER_OTLP_ENDPOINT").rstrip("/")
    _choice(env, "OTEL_EXPORTER_OTLP_PROTOCOL", (PROTOCOL,), default=PROTOCOL)
    if _choice(env, "OTEL_TRACES_SAMPLER", SAMPLERS, default="parentbased_always_on") in RATIOS:
        _number(env.float, "OTEL_TRACES_SAMPLER_ARG", at_least=0.0, at_most=1.0, default=1.0)
    queue = _number(env.int, "OTEL_BSP_MAX_QUEUE_SIZE", at_least=1, at_most=1_000_000, default=2048)
    return Configuration(
        service=env.str("OTEL_SERVICE_NAME", default=project_of(settings.LOGGING)) or env.str("OTEL_SERVICE_NAME"),
        endpoint=env.address("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", default=f"{base}/v1/traces"),
        headers=_headers(env.str("OTEL_EXPORTER_OTLP_HEADERS", default="")),
        timeout=_number(env.float, "OTEL_EXPORTER_OTLP_TIMEOUT", at_least=0.001, at_most=LONG, default=2.0),
        compression=_choice(env, "OTEL_EXPORTER_OTLP_COMPRESSION", COMPRESSIONS, default="none"),
        queue=queue,
        batch=_number(env.int, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", at_least=1, at_most=queue, default=min(512, queue)),
        delay=_number(env.int, "OTEL_BSP_SCHEDULE_DELAY", at_least=1, at_most=int(LONG * 1000), default=5000),
    )


def _headers(given: str) -> dict[str, str]:
    """`name=value,name=value`, with what HTTP would not take escaped as in an address."""
    pairs = [pair.partition("=") for pair in given.split(",") if pair.strip()]
    if not all(name.strip() and equals for name, equals, _ in pairs):  # which are not repeated: they may hold a key
        raise ConfigurationError("OTEL_EXPORTER_OTLP_HEADERS is malformed: use NAME=VALUE,NAME=VALUE")
    return {name.strip(): unquote(value.strip()) for name, _, value in pairs}


def _choice(env: Environment, name: str, choices: tuple[str, ...], *, default: str) -> str:
    return env.choice(name, {choice: choice for choice in choices}, default=default)


def _number[T: (int, float)](read: Callable[..., T], name: str, *, at_least: T, at_most: T, default: T) -> T:
    number = read(name, default=default)
    if not at_least <= number <= at_most:  # "nan" is a number to Python, and between none
        raise ConfigurationError(f"{name} is malformed: use a number from {at_least:g} to {at_most:g}")
    return number

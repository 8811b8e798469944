"""One request's way through the services of a stage, as their logs have it."""

from lab.tracing.tracing import Trace, trace

__all__ = ["Trace", "trace"]

"""What is done, told to whoever records it as spans of a trace. By default nobody does, and it costs next to nothing.

Kit and the contracts tell, and need not know how it is recorded: `{{ cookiecutter.namespace }}.kit.tracing` does, where a project has it.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Any, Protocol, Self


class Call(Protocol):
    """A call of another service that is under way."""

    @property
    def headers(self) -> Mapping[str, str]:
        """What goes with it, so that the callee knows what its own spans are part of."""

    def answered(self, status: int) -> None:
        """An answer has come, with this HTTP status."""


class Recorder(Protocol):
    """Whoever records spans."""

    def calling(self, method: str, service: str) -> AbstractContextManager[Call]:
        """Around one attempt at calling another service."""

    def doing(self, what: str) -> AbstractContextManager[Any]:
        """Around work that no request asks for."""

    def ids(self) -> Mapping[str, str]:
        """The `trace_id` and `span_id` of the span that this is done in, in hexadecimal. Empty outside of one."""


class Nobody:
    """Records nothing: one object plays every part."""

    headers: Mapping[str, str] = MappingProxyType({})

    def calling(self, method: str, service: str) -> Self:
        return self

    def doing(self, what: str) -> Self:
        return self

    def ids(self) -> Mapping[str, str]:
        return self.headers

    def answered(self, status: int) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...


_recorder: Recorder = Nobody()


def record_with(recorder: Recorder) -> None:
    """From now on, in all of this process."""
    global _recorder
    _recorder = recorder


def calling(method: str, service: str) -> AbstractContextManager[Call]:
    """Around one attempt at calling `service`."""
    return _recorder.calling(method, service)


def doing(what: str) -> AbstractContextManager[Any]:
    """Around work that no request asks for."""
    return _recorder.doing(what)


def ids() -> Mapping[str, str]:
    """The `trace_id` and `span_id` of the span that this is done in. Empty outside of one."""
    return _recorder.ids()

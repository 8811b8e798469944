"""Stands in for what records spans."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self


class Recorder:
    """Writes down in `told` what it is told, in that order: a method and a service, a status, what is done."""

    def __init__(self) -> None:
        self.told: list[Any] = []
        self.headers: Mapping[str, str] = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}

    @contextmanager
    def calling(self, method: str, service: str) -> Iterator[Self]:
        self.told.append((method, service))
        yield self

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        self.told.append(what)
        yield

    def ids(self) -> Mapping[str, str]:
        return {"trace_id": "0af7651916cd43dd8448eb211c80319c", "span_id": "b7ad6b7169203331"}

    def answered(self, status: int) -> None:
        self.told.append(status)

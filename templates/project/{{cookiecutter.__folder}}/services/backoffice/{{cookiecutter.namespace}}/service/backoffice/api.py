"""The API's page of documentation, for all services. The backoffice has no operations of its own."""

from collections.abc import Callable, Mapping
from threading import Lock
from time import monotonic
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from {{ cookiecutter.namespace }}.service.backoffice.gathering import gather
from {{ cookiecutter.namespace }}.service.backoffice.merging import merged

KEEP_WHOLE = 30.0  # seconds that a document with every service in it is good for
KEEP_GAPS = 3.0  # and one in which some are missing: they may be back soon


class MergedAPI(NinjaAPI):
    """Describes what the services do. `services` says where each is, such as {"vid": "http://host/api/vid"}."""

    def __init__(
        self, *, title: str, services: Mapping[str, str], clock: Callable[[], float] = monotonic, **given: Any
    ) -> None:
        super().__init__(title=title, version="1", urls_namespace="api", **given)
        self._services = services
        self._clock = clock
        self._lock = Lock()
        self._kept: OpenAPISchema | None = None
        self._until = 0.0

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        # Whoever comes while another is asking gets what there was before. The document is for everyone, and a service
        # that hangs would hold all our threads otherwise. Only where there is none yet does the crowd wait for it.
        before = self._kept
        if before is None:
            self._lock.acquire()
        elif not self._lock.acquire(blocking=False):
            return before
        try:
            if self._kept is None or self._clock() >= self._until:
                self._kept, whole = self._ask(**given)
                self._until = self._clock() + (KEEP_WHOLE if whole else KEEP_GAPS)
            return self._kept
        finally:
            self._lock.release()

    def _ask(self, **given: Any) -> tuple[OpenAPISchema, bool]:
        answers = gather(self._services)
        silent = [service for service, document in answers.items() if document is None]
        document = super().get_openapi_schema(**given)
        document |= merged({service: answer for service, answer in answers.items() if answer is not None})
        document["info"]["description"] = _about(list(answers), silent)
        return document, not silent


def _about(services: list[str], silent: list[str]) -> str:
    about = f"What these services do: {', '.join(services)}."
    if silent:
        about += f" **Not in here at the moment, since they did not answer: {', '.join(silent)}.**"
    return about

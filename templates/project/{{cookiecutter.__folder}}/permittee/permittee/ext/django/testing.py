"""A permitter in memory, for the tests of a project that uses permittee.

    with FakePermitter(secrets={"coupon": "s3cret"}, permits={"coupon": ["GET /things"]}) as permitter:
        answer = client.get("/things", headers=permitter.headers("coupon"))

Everything is real but the network: the middlewares, what they remember, and the JSON that goes over the wire.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Self

import httpx2

from permittee.answers import EVERYTHING
from permittee.credentials import digest_of
from permittee.ext.django import process


class FakePermitter:
    """Knows these callers and their permits. `questions` holds what it was asked, the path with it."""

    def __init__(self, *, secrets: Mapping[str, str], permits: Mapping[str, Iterable[str]] | None = None) -> None:
        self.secrets = dict(secrets)
        self.permits = {name: set(operations) for name, operations in (permits or {}).items()}
        self.questions: list[dict[str, Any]] = []
        self.failure: Exception | int | None = None  # raise this, or answer this status, in place of an answer

    def __enter__(self) -> Self:
        process.forget(transport=httpx2.MockTransport(self.respond))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: Any, trace: TracebackType | None) -> None:
        process.forget()

    def headers(self, name: str, secret: str | None = None) -> dict[str, str]:
        """The headers of this caller; with another `secret`, of somebody who pretends to be it."""
        pair = f"{name}:{self.secrets.get(name, '') if secret is None else secret}"
        return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}

    def respond(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a question."""
        question = json.loads(request.content)
        path = request.url.path.rpartition("/")[2]
        self.questions.append({"path": path, **question})
        if isinstance(self.failure, Exception):
            raise self.failure
        if self.failure is not None:
            return httpx2.Response(self.failure)
        name = question["name"]
        known = name in self.secrets and digest_of(self.secrets[name]) == question["digest"]
        operations = self.permits.get(name, set()) if known else set()
        if path == "permits":
            return httpx2.Response(200, json={"known": known, "operations": sorted(operations)})
        permitted = not operations.isdisjoint({question["operation"], EVERYTHING})
        return httpx2.Response(200, json={"known": known, "permitted": permitted})

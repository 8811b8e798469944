"""What a scenario asks a service for before its users begin. These requests are not measured."""

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener
from uuid import uuid4

Order = Mapping[str, Any]

_directly = build_opener(ProxyHandler({}))  # no proxy stands between us and this machine


def as_service(order: Order, method: str, path: str, body: Any = None) -> Any:
    """Call `/api/<service>/...` as the game server and return the JSON it answers with. Ends the load if it refuses."""
    if "caller" not in order:
        raise SystemExit(f"this scenario calls {path} as a service: give it a stage, not an address")
    return call(order, method, path, body, "Basic " + b64encode(":".join(order["caller"]).encode()).decode())


def as_device(order: Order, method: str, path: str, body: Any, token: str = "") -> Any:
    """The same as a device, with the token that vid gave it; without one, as a stranger."""
    return call(order, method, path, body, f"Bearer {token}" if token else "")


def call(order: Order, method: str, path: str, body: Any, authorization: str) -> Any:
    base = order["bases"].get(path.split("/")[2], order["url"])
    data = None if body is None else json.dumps(body).encode()
    request = Request(base + path, method=method, data=data)  # noqa: S310 (of this machine: the lab made sure)
    request.add_header("Content-Type", "application/json")
    request.add_header("Idempotency-Key", str(uuid4()))
    if authorization:
        request.add_header("Authorization", authorization)
    try:
        with _directly.open(request, timeout=30) as answer:
            return json.load(answer)
    except HTTPError as error:
        raise SystemExit(f"{method} {path} was answered {error.code}: is the stage's sample data there?") from error
    except URLError as error:
        raise SystemExit(f"{path} does not answer at {base}: {error.reason}") from error

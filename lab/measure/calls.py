"""What a scenario asks a service for before its users begin. These requests are not measured."""

import json
from base64 import b64encode
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen
from uuid import uuid4


def as_service(order: dict[str, Any], service: str, method: str, path: str, body: Any = None) -> Any:
    """Call a service as the game server, and return the JSON it answers with. Ends the load when it refuses."""
    if "caller" not in order:
        raise SystemExit(f"this scenario calls {service} as a service: give it a stage, not an address")
    base = order["bases"].get(service, order["url"])
    request = Request(base + path, method=method, data=None if body is None else json.dumps(body).encode())  # noqa: S310 (loopback only, made sure of before)
    request.add_header("Authorization", "Basic " + b64encode(":".join(order["caller"]).encode()).decode())
    request.add_header("Content-Type", "application/json")
    request.add_header("Idempotency-Key", str(uuid4()))
    try:
        with urlopen(request, timeout=30) as answer:  # noqa: S310 (see above)
            return json.load(answer)
    except HTTPError as error:
        raise SystemExit(f"{service} answered {error.code} to {method} {path}: is its sample data there?") from error
    except URLError as error:
        raise SystemExit(f"{service} does not answer at {base}: {error.reason}") from error

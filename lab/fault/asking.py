"""One request on a connection of its own, and what became of it."""

import http.client
import time
from collections.abc import Mapping
from urllib.parse import urlsplit


def ask(url: str, *, timeout: float, headers: Mapping[str, str] | None = None) -> tuple[float, str]:
    """GET a URL of this machine: how long it took, in seconds, and its status, or how it failed: "timeout"."""
    parts = urlsplit(url)
    way = f"{parts.path}?{parts.query}" if parts.query else parts.path
    sent = time.monotonic()
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        connection.request("GET", way, headers={"Connection": "close", **(headers or {})})
        answer = connection.getresponse()
        answer.read()
        status = str(answer.status)
    except TimeoutError:
        status = "timeout"
    except (OSError, http.client.HTTPException) as error:
        status = type(error).__name__
    finally:
        connection.close()
    return time.monotonic() - sent, status

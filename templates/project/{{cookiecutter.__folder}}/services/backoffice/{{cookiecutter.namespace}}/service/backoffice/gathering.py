"""Each service's description of its API, asked for over HTTP, all at once."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urljoin

import httpx2

from {{ cookiecutter.namespace }}.kit.middleware import request_id

# Seconds. A service that takes longer is left out: a document with a gap is better than none.
TIMEOUT = httpx2.Timeout(2.0, connect=1.0)


def gather(
    services: Mapping[str, str], transport: httpx2.BaseTransport | None = None
) -> dict[str, dict[str, Any] | None]:
    """The documents by service, None where one does not answer. `services`: where each is, as its seam says it.

    The documents are open to everyone, so no credentials are sent.
    """
    if not services:
        return {}
    given = request_id.current.get()
    headers = {request_id.HEADER: given} if given else {}
    with (
        httpx2.Client(timeout=TIMEOUT, headers=headers, transport=transport, trust_env=False) as http,
        ThreadPoolExecutor(len(services)) as threads,
    ):
        documents = threads.map(lambda url: _document(http, url), services.values())
        return dict(zip(services, documents, strict=True))


def _document(http: httpx2.Client, url: str) -> dict[str, Any] | None:
    try:
        answer = http.get(urljoin(url, "/api/openapi.json"))
        answer.raise_for_status()
        document = answer.json()
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and isinstance(document.get("paths"), dict) else None

"""One question to the permitter, over HTTP."""

import logging
from collections.abc import Callable
from typing import Any

import httpx2

from permittee.answers import Answer, Decision, read_answer, read_decision
from permittee.credentials import Credentials
from permittee.deadline import within

log = logging.getLogger(__name__)

# Seconds. Everybody waits for this answer: a permitter that takes longer is as good as away.
TIMEOUT = httpx2.Timeout(2.0, connect=1.0)
LONGEST = 3.0  # the whole of a question: those above are for one read, and an answer may come in drops
LIMITS = httpx2.Limits(max_connections=32, max_keepalive_connections=8, keepalive_expiry=30.0)


class CannotAsk(Exception):
    """There is no answer that may be trusted. The message says why, and holds no secret."""


class Permitter:
    """The permitter, as one service reaches it. Make it after the fork: its connections must not be shared."""

    def __init__(
        self, url: str, *, service: str, name: str, secret: str, transport: httpx2.BaseTransport | None = None
    ) -> None:
        """`service` is what is asked about; `name` and `secret` are who asks. `transport` is for tests."""
        self._url = url.rstrip("/")
        self._service = service
        # A stand-in for the network answers at once, and may be at home in this thread alone.
        self._bounded = transport is None
        self._http = httpx2.Client(
            auth=(name, secret),  # not in the URL, which the client library logs
            timeout=TIMEOUT,
            limits=LIMITS,
            transport=transport,
            trust_env=False,  # no proxy stands between us and our own, and no ~/.netrc says who we are
        )

    def permits(self, credentials: Credentials, request_id: str = "") -> Answer:
        """All that the caller may do here. Raises CannotAsk."""
        return self._ask("permits", {}, credentials, request_id, read_answer)

    def decision(self, credentials: Credentials, operation: str, request_id: str = "") -> Decision:
        """Whether the caller may do this one thing. Raises CannotAsk."""
        return self._ask("decisions", {"operation": operation}, credentials, request_id, read_decision)

    def _ask[T](
        self,
        path: str,
        more: dict[str, str],
        credentials: Credentials,
        request_id: str,
        read: Callable[[Any], T],
    ) -> T:
        question = {"service": self._service, "name": credentials.name, "digest": credentials.digest, **more}
        headers = {"X-Request-Id": request_id} if request_id else {}
        try:
            answer = self._post_within(path, question, headers)
            if answer.status_code != httpx2.codes.OK:
                raise CannotAsk(_refusal(answer.status_code))
            return read(answer.json())
        except httpx2.HTTPError as error:
            why = f"it does not answer ({type(error).__name__})"
        except TimeoutError:
            why = f"its answer is not complete after {LONGEST:g} s"
        except (ValueError, RecursionError):  # no JSON, or none of an answer
            why = "it answered what its protocol does not allow"
        except CannotAsk as error:
            why = str(error)
        log.error("the permitter cannot be asked: %s", why)
        raise CannotAsk(why)

    def _post_within(self, path: str, question: dict[str, str], headers: dict[str, str]) -> httpx2.Response:
        if not self._bounded:
            return self._post(path, question, headers)
        return within(LONGEST, lambda: self._post(path, question, headers))

    def _post(self, path: str, question: dict[str, str], headers: dict[str, str]) -> httpx2.Response:
        try:
            return self._http.post(f"{self._url}/{path}", json=question, headers=headers)
        except (httpx2.NetworkError, httpx2.RemoteProtocolError):
            # Most likely a connection that was kept, and that the other side has closed by now. A question changes
            # nothing, so it may be asked again; a permitter that is really away says so at once.
            return self._http.post(f"{self._url}/{path}", json=question, headers=headers)


def _refusal(status: int) -> str:
    """What it means where the permitter answers, and not with an answer."""
    match status:
        case 401:
            return "it answered 401: it does not believe who asks; see PERMITTEE_NAME and PERMITTEE_SECRET"
        case 403:
            return "it answered 403: who asks may not ask about this service; see PERMITTEE_SERVICE"
        case 404:
            return (
                "it answered 404: who asks may not ask about this service, or no permitter is there; "
                "see PERMITTEE_SERVICE and PERMITTER_URL"
            )
        case 301 | 302 | 303 | 307 | 308 | 405:
            return f"it answered {status}: no permitter is there; see PERMITTER_URL"
    return f"it answered {status}"

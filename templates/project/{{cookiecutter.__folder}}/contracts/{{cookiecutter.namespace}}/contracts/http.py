"""What all HTTP clients share: one pool of connections, time limits, careful repetition, and problems as exceptions."""

from contextlib import nullcontext
from typing import Any, ClassVar, cast

import httpx2
import stamina
from django.conf import settings
from pydantic import BaseModel, TypeAdapter, ValidationError

from {{ cookiecutter.namespace }}.kit import problems, spans
from {{ cookiecutter.namespace }}.kit.calling import is_careful, left
from {{ cookiecutter.namespace }}.kit.calling.breaker import Breaker, BreakerOpen
from {{ cookiecutter.namespace }}.kit.middleware import request_id
from {{ cookiecutter.namespace }}.kit.transactions import refuse_inside_atomic

# Seconds. A callee that takes longer is as good as away; waiting for it only moves its trouble here.
ANSWER, CONNECT = 3.0, 1.0
TIMEOUT = httpx2.Timeout(ANSWER, connect=CONNECT)
LIMITS = httpx2.Limits(max_connections=32, max_keepalive_connections=32, keepalive_expiry=30.0)
ATTEMPTS = 3
TRYING = 5.0  # seconds that all attempts together get
TOO_LITTLE = 0.05  # seconds left of a budget in which no call is worth beginning
FAIR = 0.25  # seconds: who does not answer in less has not had its chance, and is not said to be away


class Again(Exception):
    """The call came to nothing and may be made again."""


class HttpClient:
    """Base of the clients. A subclass names the contract it keeps: `class HttpPlayer(HttpClient, contract=Player)`."""

    service: ClassVar[str]
    _keeping: ClassVar[dict[type, type["HttpClient"]]] = {}

    def __init_subclass__(cls, *, contract: type, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.service = contract.__name__.lower()
        HttpClient._keeping[contract] = cls

    def __init__(self, url: str, *, transport: httpx2.BaseTransport | None = None) -> None:
        """`url` is the service's, such as `http://127.0.0.1:8002/api/player`. `transport` is for tests."""
        self._url = url.rstrip("/")
        self._http = httpx2.Client(
            # Not in the URL: the library logs URLs, and with them the secret.
            auth=(settings.CALLER_NAME, settings.CALLER_SECRET),
            timeout=TIMEOUT,
            limits=LIMITS,
            transport=transport,
            trust_env=False,
        )
        # For a project that goes on without its callee. One that has nothing to say without it may as well try.
        breaker = getattr(settings, "BREAKERS", False) and is_careful()
        self._watching = Breaker(httpx2.TransportError).watching if breaker else nullcontext

    @staticmethod
    def keeping(contract: type) -> type["HttpClient"]:
        """The client class that keeps `contract`."""
        return HttpClient._keeping[contract]

    def _get[T](self, path: str, answer: type[T], **query: Any) -> T:
        params = {name: value for name, value in query.items() if value is not None}
        return self._repeat("GET", path, answer, params=params)

    def _get_bytes(self, path: str) -> bytes:
        """Content that is no JSON, such as a file's."""
        return self._repeat("GET", path, bytes)

    def _put[T](self, path: str, answer: type[T], body: BaseModel) -> T:
        return self._repeat("PUT", path, answer, json=body.model_dump(mode="json"))

    def _post[T](self, path: str, answer: type[T], body: BaseModel | None = None, *, key: Any = None) -> T:
        """A POST is repeated only where a key tells the callee that it is the same one."""
        json = body.model_dump(mode="json") if body is not None else None
        if key is None:
            return self._once("POST", path, answer, json=json)
        return self._repeat("POST", path, answer, json=json, headers={"Idempotency-Key": str(key)})

    def _patch[T](self, path: str, answer: type[T], body: BaseModel) -> T:
        return self._once("PATCH", path, answer, json=body.model_dump(mode="json", exclude_unset=True))

    def _repeat[T](self, method: str, path: str, answer: type[T], **request: Any) -> T:
        """For what is safe to repeat: try up to three times, waiting a little longer each time."""
        try:
            for attempt in stamina.retry_context(
                on=Again, attempts=ATTEMPTS, timeout=_at_most(TRYING), wait_initial=0.05, wait_max=0.5, wait_jitter=0.1
            ):
                with attempt:
                    return self._send(method, path, answer, **request)
        except Again as again:
            raise self._away(again) from again
        raise AssertionError("retry_context ends by returning or raising")

    def _once[T](self, method: str, path: str, answer: type[T], **request: Any) -> T:
        try:
            return self._send(method, path, answer, **request)
        except Again as again:
            raise self._away(again) from again

    def _send[T](self, method: str, path: str, answer: type[T], **request: Any) -> T:
        refuse_inside_atomic(f"{method} {path} was called")
        headers = {request_id.HEADER: request_id.current.get(), **request.pop("headers", {})}
        headers = {name: value for name, value in headers.items() if value}
        if _at_most(TRYING) < TOO_LITTLE:
            raise self._away("this request has no time left for it")
        try:
            watching = self._watching() if _at_most(ANSWER) >= FAIR else nullcontext()
            with watching, spans.calling(method, self.service) as call:
                headers |= call.headers
                response = self._http.request(
                    method, self._url + path, headers=headers, timeout=_time_limit(), **request
                )
                call.answered(response.status_code)
        except httpx2.TransportError as error:
            raise Again(f"{type(error).__name__}") from error
        except httpx2.DecodingError as error:  # it says gzip, and is none
            raise self._odd() from error
        except BreakerOpen as rest:
            raise self._away("it has not answered for some time, and is given a rest") from rest
        if response.status_code in (502, 503, 504):
            raise Again(f"it answered {response.status_code}")
        if response.status_code >= 500:
            # It may have done the work before it failed. Whoever asks must not take this for a no.
            raise self._away(f"it answered {response.status_code}")
        if response.status_code == 401:
            # Our credentials, not our caller's: to hand the 401 on would send a player to log in again, for nothing.
            raise self._away("it does not believe who we are")
        if response.is_error:
            raise problem_of(response)
        if answer is bytes:
            return cast(T, response.content)
        try:
            # Unknown fields are ignored: a newer service may say more than this client knows.
            parsed: T = TypeAdapter(answer).validate_json(response.content)
        except ValidationError as error:
            raise self._odd() from error
        return parsed

    def _away(self, why: Exception | str) -> problems.CalleeAway:
        # The service's name, not its address: this sentence may end at a stranger's.
        return problems.CalleeAway(f"{self.service} cannot be reached: {why}")

    def _odd(self) -> problems.CalleeAway:
        return problems.CalleeAway(f"{self.service} answered what its contract does not allow")


def _at_most(seconds: float) -> float:
    """So many seconds, or what is left of the request's budget where that is less."""
    there = left()
    return seconds if there is None else min(seconds, there)


def _time_limit() -> httpx2.Timeout:
    return httpx2.Timeout(_at_most(ANSWER), connect=_at_most(CONNECT))


def problem_of(response: httpx2.Response) -> problems.Problem:
    """The problem in an error response, as the class that the service raised.

    Where this client knows no such class, or the answer is no problem at all, it is the general one of that status.
    """
    try:
        members = response.json()
    except (ValueError, RecursionError):
        members = {}
    if not isinstance(members, dict):
        members = {}
    cls = problems.known_problems().get(str(members.get("type")))
    if cls is None or cls.status != response.status_code:
        cls = problems.problem_of_status(response.status_code)
    detail = str(members.get("detail") or f"{response.request.method} answered {response.status_code}")
    return cls(detail, **{name: value for name, value in members.items() if name not in _OWN})


_OWN = {"type", "title", "status", "detail", "headers", "self"}  # a problem has these of its own

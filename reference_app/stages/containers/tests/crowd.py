"""People and game servers, who use every service and count how often they were turned away."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from uuid import uuid4

import httpx2

from clever.acceptance.callers import Device, Service, Staff
from clever.acceptance.codes import make_codes

from .running import Running

Errand = Callable[[], httpx2.Response]
CODES = 1_000  # that are made at a time


class Crowd:
    """Several at a time, each with a connection of its own for each request, as strangers have."""

    def __init__(self, containers: Running, people: int = 6) -> None:
        addresses = containers.addresses
        self._server = Service(addresses, containers.running.credentials)
        self._phone, self._visitor = Device(addresses), Staff(addresses)
        self._player = self._phone.new_player()
        self._codes = self._new_codes()
        for caller in (self._server, self._phone, self._visitor):
            # nginx closes idle connections when it is reloaded. A browser asks again; here nothing is to be hidden.
            caller.headers["Connection"] = "close"
        self.asked: Counter[str] = Counter()  # by service
        self.failed: list[str] = []
        self._people, self._lock, self._end = people, threading.Lock(), threading.Event()

    @contextmanager
    def at_work(self) -> Iterator["Crowd"]:
        """For as long as the block lasts, and until somebody has been served in each thread."""
        threads = [threading.Thread(target=self._work, args=(number,), daemon=True) for number in range(self._people)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self._end.set()
            for thread in threads:
                thread.join(60)

    def wait_for(self, count: int, seconds: float) -> None:
        """Return when so many have asked in all. Raises AssertionError after `seconds`."""
        deadline = time.monotonic() + seconds
        while self.asked.total() < count:
            assert time.monotonic() < deadline, f"{self.asked.total()} of {count} have asked"
            time.sleep(0.1)

    def _work(self, number: int) -> None:
        errands = self._errands()
        turns = cycle([*errands][number:] + [*errands][:number])
        while not self._end.is_set():
            service = next(turns)
            try:
                answer = errands[service]()
                outcome = "" if answer.status_code < 400 else f"{answer.status_code} {answer.text[:200]}"
            except (httpx2.HTTPError, AssertionError) as error:
                outcome = repr(error)
            with self._lock:
                self.asked[service] += 1
                if outcome:
                    self.failed.append(f"{service}: {outcome}")

    def _errands(self) -> dict[str, Errand]:
        server, phone = self._server, self._phone
        return {
            "vid": lambda: phone.post("/api/vid/vids", json={"platform": "android"}),
            "player": lambda: phone.get(f"/api/player/players/{self._player}/inventory"),
            "coupon": self._redeem,
            "notice": lambda: self._visitor.get("/board/"),
            "link": lambda: server.get("/api/link/links?limit=1"),
            "app": lambda: server.get("/api/app/titles?limit=1"),
            "backoffice": lambda: self._visitor.get("/admin/login/"),
        }

    def _new_codes(self) -> Iterator[str]:
        while True:
            yield from make_codes(self._server, CODES, name=f"a crowd {uuid4()}")

    def _redeem(self) -> httpx2.Response:
        with self._lock:
            code = next(self._codes)
        return self._server.post(
            "/api/coupon/redemptions",
            json={"code": code, "player_id": self._player},
            headers={"Idempotency-Key": str(uuid4())},
        )

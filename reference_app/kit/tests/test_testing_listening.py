from collections.abc import Mapping
from threading import Event, Timer

import httpx2

from clever.kit.testing.listening import listening


def test_each_request_is_taken_and_answered_as_it_is_told() -> None:
    taken = []

    def take(headers: Mapping[str, str], body: bytes) -> int:
        taken.append((headers["x-who"], body))
        return 503

    with listening(take, hangs=Event(), answer=b"{}") as port:
        answer = httpx2.post(f"http://127.0.0.1:{port}/", content=b"tea", headers={"X-Who": "me"}, trust_env=False)

    assert (answer.status_code, answer.content) == (503, b"{}")
    assert taken == [("me", b"tea")]


def test_while_it_hangs_nobody_is_answered() -> None:
    hangs = Event()
    hangs.set()
    waited: list[bool] = []

    def take(headers: Mapping[str, str], body: bytes) -> int:
        waited.append(not hangs.is_set())
        return 200

    with listening(take, hangs=hangs) as port:
        Timer(0.1, hangs.clear).start()
        httpx2.post(f"http://127.0.0.1:{port}/", content=b"", trust_env=False)

    assert waited == [True]

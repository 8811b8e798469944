"""An event of one's own, with players of one's own."""

import time
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any, Self
from uuid import UUID, uuid4

import httpx2

from lab.composing.page import EventPage
from lab.display import Shown
from lab.errors import LabError
from lab.fault.proxies import Proxy
from lab.running.processes import Process
from lab.running.stages import Stage

TOKEN, GEM = "lantern", "gem"
PICTURE = b"\x89PNG\r\n\x1a\n lanterns over a river"
PATIENCE = 30.0  # seconds for an answer: those who are careful have one much sooner


class Festival(Shown):
    """An event at a stage: its `id`, what `opened` it was told, and a first player.

    Whoever asks is a game server. `target`, wherever it may be given, is another event server than the stage's own.
    """

    def __init__(self, stage: Stage, points: tuple[int, ...]) -> None:
        self.stage = stage
        self.id = str(uuid4())
        self._http = httpx2.Client(auth=stage.game_server, timeout=PATIENCE, trust_env=False)
        try:
            self.opened = self.open(points)
            self.player_id = self.new_player()
        except BaseException:
            self.close()  # nobody gets to hold what could be closed later
            raise

    def open(
        self, points: tuple[int, ...] = (3,), *, id: str = "", target: Process | Proxy | None = None
    ) -> dict[str, Any]:
        """Open an event with a gem for each of these numbers of points. The answer, with how far its parts are."""
        now = datetime.now(UTC)
        body = {
            "announcement": {
                "en": {"title": "Lantern festival", "body": "Collect lanterns by the river."},
                "ko": {"title": "등불 축제", "body": "강가에서 등불을 모으세요."},
            },
            "starts_at": (now - timedelta(hours=1)).isoformat(),
            "ends_at": (now + timedelta(days=1)).isoformat(),
            "token": TOKEN,
            "goals": [{"name": f"at-{one}", "points": one, "items": [{"item": GEM, "count": 1}]} for one in points],
            "banner": {
                "name": "lanterns.png",
                "content_type": "image/png",
                "content": b64encode(PICTURE).decode(),
            },
        }
        return self._good("PUT", f"/api/event/events/{id or self.id}", target, json=body)

    def new_player(self, nickname: str = "Mina") -> str:
        """The id of one more player."""
        token = self._good("POST", "/api/vid/vids", json={"platform": "other"}, auth=None)["token"]
        headers = {"Authorization": f"Bearer {token}"}
        new = {"nickname": nickname}
        return str(self._good("POST", "/api/player/players", json=new, auth=None, headers=headers)["id"])

    def page(self, player_id: str = "", *, target: Process | Proxy | None = None) -> EventPage:
        """The event's page, as a player sees it. Raises LabError where there is none at all."""
        before = time.perf_counter()
        path = f"/api/event/events/{self.id}/page"
        content = self._good("GET", path, target, params={"player_id": player_id or self.player_id})
        return EventPage(content, time.perf_counter() - before)

    def page_at(self, target: Process | Proxy) -> Callable[[], EventPage]:
        """A function that asks another event server for the page; for `lab.compare`."""
        return lambda: self.page(target=target)

    def progress(
        self, points: int = 1, player_id: str = "", *, key: UUID | None = None, target: Process | Proxy | None = None
    ) -> dict[str, Any]:
        """A player makes points. The answer: its points, and by goal what has become of its rewards."""
        body = {"player_id": player_id or self.player_id, "points": points}
        headers = {"Idempotency-Key": str(key or uuid4())}
        return self._good("POST", f"/api/event/events/{self.id}/progress", target, json=body, headers=headers)

    def owned(self, player_id: str = "") -> dict[str, int]:
        """What a player owns, by item."""
        path = f"/api/player/players/{player_id or self.player_id}/inventory"
        return {item["item"]: item["count"] for item in self._good("GET", path)["items"]}

    def parts(self) -> dict[str, str]:
        """How far the event's parts are: open, kept or refused."""
        found: dict[str, str] = self._good("GET", f"/api/event/events/{self.id}")["parts"]
        return found

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def text(self) -> str:
        return f"{self.opened['title']} at {self.stage.name}: " + ", ".join(
            f"{name} {state}" for name, state in self.opened["parts"].items()
        )

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'

    def _good(self, method: str, path: str, target: Process | Proxy | None = None, **options: Any) -> Any:
        url = target.url + path if target else self.stage.address(path)
        try:
            answer = self._http.request(method, url, **options)
        except httpx2.TransportError as error:
            raise LabError(f"nobody answers {method} {path} ({type(error).__name__}): is all of it up?") from error
        if answer.is_error:
            raise LabError(f"{method} {path} was answered {answer.status_code}", detail=answer.text[:300])
        return answer.json()


def festival(stage: Stage, *, points: tuple[int, ...] = (3,)) -> Festival:
    """Open an event at a stage that has the event service, with a reward for each of these numbers of points.

    Raises LabError for a stage without it, and where it does not answer.
    """
    if "event" not in stage.services:
        raise LabError(f'{stage.name} has no event service: start the stage that has, lab.up("composition")')
    return Festival(stage, points)

"""Codes and a player of one's own, and somebody who brings the two together."""

from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any, Self
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

import httpx2

from lab.display import Shown
from lab.errors import LabError
from lab.running.processes import Process
from lab.running.stages import Stage

GEM = "gem"
BATCH = 1_000
"""Codes that one call makes at most."""


class Redeemer(Shown):
    """A game server that redeems the `codes` of a campaign of its own for one player; each code gives one gem.

    `redeem()` takes the next code. What the player owns is asked of the player service, wherever that runs.
    """

    def __init__(self, target: Stage | Process, players: Stage, codes: int, caller: tuple[str, str]) -> None:
        self.target = target
        self.players = players
        self._http = httpx2.Client(auth=caller, timeout=20, trust_env=False)
        try:
            self.player_id = self._new_player()
            self.codes = self._new_codes(codes)
        except BaseException:
            self.close()  # nobody gets to hold what could be closed later
            raise
        self._left = list(self.codes)

    def redeem(self, code: str = "", key: UUID | None = None) -> int:
        """Redeem a code, the next one unless it is named. Returns the status of the answer.

        The key is the code's own unless given, so that the same code is the same call. Raises LabError when there are
        no codes left, and where nobody answers.
        """
        if not code and not self._left:
            raise LabError(f"all {len(self.codes)} codes are redeemed: ask lab.redeemer for more codes")
        code = code or self._left.pop()
        body = {"code": code, "player_id": self.player_id}
        headers = {"Idempotency-Key": str(key or uuid5(NAMESPACE_OID, code))}
        return self._send(self.target, "POST", "/api/coupon/redemptions", body, headers=headers).status_code

    def owned(self) -> int:
        """How many gems the player has by now."""
        path = f"/api/player/players/{self.player_id}/inventory"
        found = self._ask(self.players, "GET", path, None, auth=self.players.game_server)
        return sum(int(one["count"]) for one in found["items"] if one["item"] == GEM)

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def text(self) -> str:
        return f"{len(self._left)} of {len(self.codes)} codes are left to redeem at {self.target.name}"

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'

    def _new_player(self) -> str:
        token = self._ask(self.players, "POST", "/api/vid/vids", {"platform": "other"}, auth=None)["token"]
        bearer = {"Authorization": f"Bearer {token}"}
        new = {"nickname": "Mina"}
        return str(self._ask(self.players, "POST", "/api/player/players", new, auth=None, headers=bearer)["id"])

    def _new_codes(self, count: int) -> list[str]:
        now = datetime.now(UTC)
        new = {
            "name": "The lab's",
            "starts_at": (now - timedelta(days=1)).isoformat(),
            "ends_at": (now + timedelta(days=1)).isoformat(),
            "items": [{"item": GEM, "count": 1}],
            "limit_per_player": None,
        }
        campaign = self._ask(self.target, "POST", "/api/coupon/campaigns", new)["id"]
        found: list[str] = []
        while len(found) < count:
            batch = {"count": min(BATCH, count - len(found))}
            key = {"Idempotency-Key": str(uuid4())}
            found += self._ask(self.target, "POST", f"/api/coupon/campaigns/{campaign}/codes", batch, headers=key)[
                "codes"
            ]
        return found

    def _ask(self, target: Stage | Process, method: str, path: str, body: Any, **options: Any) -> Any:
        answer = self._send(target, method, path, body, **options)
        if answer.is_error:
            raise LabError(f"{target.name} answered {answer.status_code} to {method} {path}: is all of it up?")
        return answer.json()

    def _send(self, target: Stage | Process, method: str, path: str, body: Any, **options: Any) -> httpx2.Response:
        try:
            address = target.address(path) if isinstance(target, Stage) else target.url + path
            return self._http.request(method, address, json=body, **options)
        except httpx2.TransportError as error:
            raise LabError(f"{target.name} did not answer {method} {path} ({error}): is all of it up?") from error


def redeemer(
    target: Stage | Process, *, codes: int = 500, players: Stage | None = None, caller: tuple[str, str] | None = None
) -> Redeemer:
    """Make a campaign with so many codes at `target`, and a player at `players` (the same stage unless given).

    `target` is a stage, or a server that the lab started; for that one, name the `players` and the `caller`, such as
    `monolith.game_server`. Raises LabError where somebody does not answer, or refuses.
    """
    if isinstance(target, Stage):
        return Redeemer(target, players or target, codes, caller or target.game_server)
    if players is None or caller is None:
        raise LabError(f"{target.name} alone knows no player and no caller: give redeemer both, players= and caller=")
    return Redeemer(target, players, codes, caller)

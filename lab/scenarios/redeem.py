"""Game servers redeem codes for players: each code once, each player now and then.

Codes are made for the occasion, `codes` of them (as many as the load may well need, unless given). When they are used
up the load is over, and its rate is over the time that it took.
"""

from datetime import UTC, datetime
from itertools import cycle
from typing import Any, ClassVar
from uuid import uuid4

from locust import FastHttpUser, task
from locust.exception import StopUser

from lab.measure.calls import Order, as_device, as_service

A_SECOND = 600
"""More redemptions than a machine with a handful of processors manages."""

BATCH = 1_000
"""Codes that one call makes at most."""

PLAYERS = 20
"""As many as one device may have."""


class GameServer(FastHttpUser):
    service = "coupon"
    codes: ClassVar[list[str]] = []
    players: ClassVar[Any]
    caller: ClassVar[tuple[str, str]]

    @classmethod
    def prepare(cls, order: Order) -> None:
        wanted = int(order["options"].get("codes") or order["seconds"] * A_SECOND)
        address = f"/api/coupon/campaigns/{open_campaign(order)}/codes"
        while wanted > len(cls.codes):
            batch = min(BATCH, wanted - len(cls.codes))
            cls.codes += as_service(order, "POST", address, {"count": batch})["codes"]
        cls.players = cycle(new_players(order))
        name, secret = order["caller"]
        cls.caller = (name, secret)

    @task
    def redeem(self) -> None:
        if not self.codes:
            raise StopUser
        body = {"code": self.codes.pop(), "player_id": next(self.players)}
        headers = {"Idempotency-Key": str(uuid4())}
        self.client.post("/api/coupon/redemptions", json=body, headers=headers, auth=self.caller)


def open_campaign(order: Order) -> str:
    """The id of a campaign that runs now and gives without limits."""
    now = datetime.now(UTC).isoformat()
    for one in as_service(order, "GET", "/api/coupon/campaigns?limit=100")["items"]:
        unlimited = one["limit_total"] is None and one["limit_per_player"] is None
        if unlimited and one["active"] and one["starts_at"] <= now < one["ends_at"]:
            return str(one["id"])
    raise SystemExit("no campaign is open without limits: start the stage with its sample data")


def new_players(order: Order) -> list[str]:
    """The ids of some players on a device of their own."""
    token = as_device(order, "POST", "/api/vid/vids", {"platform": "other"})["token"]
    names = [{"nickname": f"Load {number}"} for number in range(1, PLAYERS + 1)]
    return [as_device(order, "POST", "/api/player/players", name, token)["id"] for name in names]

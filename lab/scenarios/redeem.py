"""Game servers redeem codes for players: each code once, each player now and then.

Codes are made for the occasion, `codes` of them (as many as the load may well need, unless given). When they are used
up the load is over, and its rate is over the time that it took.
"""

from itertools import count
from typing import Any, ClassVar
from uuid import uuid4

from locust import FastHttpUser, task
from locust.exception import StopUser

from clever.kit.sample import PLAYERS, sample_id
from lab.measure.calls import as_service

A_SECOND = 600
"""More redemptions than a machine with a handful of processors manages."""

BATCH = 1_000
"""Codes that one call makes at most."""


class GameServer(FastHttpUser):
    service = "coupon"
    codes: ClassVar[list[str]] = []
    numbers = count(1)
    caller: ClassVar[tuple[str, str]]

    @classmethod
    def prepare(cls, order: dict[str, Any]) -> None:
        wanted = int(order["options"].get("codes") or order["seconds"] * A_SECOND)
        address = f"/api/coupon/campaigns/{sample_id('campaign', 1)}/codes"
        while wanted > len(cls.codes):
            batch = min(BATCH, wanted - len(cls.codes))
            cls.codes += as_service(order, cls.service, "POST", address, {"count": batch})["codes"]
        name, secret = order["caller"]
        cls.caller = (name, secret)

    @task
    def redeem(self) -> None:
        if not self.codes:
            raise StopUser
        body = {"code": self.codes.pop(), "player_id": str(sample_id("player", next(self.numbers) % PLAYERS + 1))}
        headers = {"Idempotency-Key": str(uuid4())}
        self.client.post("/api/coupon/redemptions", json=body, headers=headers, auth=self.caller)

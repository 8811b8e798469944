"""Redeeming codes as a game does, from many places at once."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from uuid import uuid4

import httpx2

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Device

PATIENCE = 60.0  # seconds in which one redemption must come to its answer, whatever happens on the way


@dataclass
class Tally:
    """What one process saw: its player, the codes that it redeemed, and those that somebody else had."""

    player_id: str
    gems: int = 0
    redeemed: list[str] = field(default_factory=list)
    too_late: list[str] = field(default_factory=list)


def redeem(caller: Caller, code: str, player_id: str, key: str = "") -> httpx2.Response:
    """One request to redeem a code."""
    return caller.post(
        "/api/coupon/redemptions",
        json={"code": code, "player_id": player_id},
        headers={"Idempotency-Key": key or str(uuid4())},
    )


def gems_of(caller: Caller, player_id: str) -> int:
    """How many gems a player owns."""
    items = caller.made("GET", f"/api/player/players/{player_id}/inventory")["items"]
    return sum(item["count"] for item in items if item["item"] == "gem")


def redeem_all(addresses: Addresses, codes: Sequence[str]) -> Tally:
    """Redeem codes one after the other, as one player. Runs in a process of its own."""
    device = Device(addresses)
    tally = Tally(device.new_player())
    for code in codes:
        answer = _insist(device, code, tally.player_id)
        (tally.redeemed if answer.status_code == 200 else tally.too_late).append(code)
    tally.gems = gems_of(device, tally.player_id)
    return tally


def _insist(device: Device, code: str, player_id: str) -> httpx2.Response:
    """Ask until there is an answer. The key makes it one redemption, however often it is asked for."""
    key, deadline = str(uuid4()), time.monotonic() + PATIENCE
    while True:
        answer = redeem(device, code, player_id, key)
        if answer.status_code in (200, 409):
            return answer
        if answer.status_code != 503 or time.monotonic() > deadline:
            raise AssertionError(f"redeeming {code} answered {answer.status_code}: {answer.text[:300]}")


def in_processes(addresses: Addresses, shares: Sequence[Sequence[str]]) -> list[Tally]:
    """One process a share, all at the same time."""
    # Forked, but not from this process, which has connections and threads of its own: from one that has loaded all.
    processes = get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(len(shares), mp_context=processes) as pool:
        return list(pool.map(redeem_all, [addresses] * len(shares), shares))

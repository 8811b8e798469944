"""A program for `test_at_once.py`: many threads, each with a connection of its own, all beginning at the same moment.

Writes what became of it as JSON. It is a process apart because pytest's own database may be one in memory, which
threads cannot share as they would a real one.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - settings come first
from django.db import connection  # noqa: E402

from {{ cookiecutter.namespace }}.contracts.connect import overrides  # noqa: E402
from {{ cookiecutter.namespace }}.contracts.player import Player  # noqa: E402
from {{ cookiecutter.namespace }}.contracts.testing.coupon import fresh_codes  # noqa: E402
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer  # noqa: E402
from {{ cookiecutter.namespace }}.kit.problems import Problem  # noqa: E402
from {{ cookiecutter.namespace }}.service.coupon.local import Client  # noqa: E402
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code, Redemption  # noqa: E402

players = overrides[Player] = StandInPlayer()
coupon = Client()


def at_once(calls: list[Callable[[], Any]]) -> list[Any]:
    """Each call's answer, or the type of the problem it raised."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        connection.ensure_connection()  # connecting is no part of the race
        start.wait(timeout=30)
        try:
            return call()
        except Problem as problem:
            return problem.type()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def redeem(code: str, player_id: UUID, key: UUID) -> Callable[[], Any]:
    return lambda: coupon.redeem(code=code, player_id=player_id, key=key).model_dump_json()


def count(answers: list[Any]) -> dict[str, int]:
    return Counter(answer if answer.startswith("urn:") else "complete" for answer in answers)


def fifty_players() -> dict[str, Any]:
    """One code, fifty players."""
    [code] = fresh_codes(coupon)
    answers = at_once([redeem(code, players.add(), uuid4()) for _ in range(50)])
    return {"answers": count(answers), "uses": Code.objects.get(code=code).uses, "grants": len(players.grants)}


def one_key() -> dict[str, Any]:
    """One request that was sent twenty times."""
    [code] = fresh_codes(coupon)
    answers = at_once([redeem(code, players.add(), uuid4())] * 20)
    return {"different answers": len(set(answers)), "answers": count(answers), "uses": Code.objects.get(code=code).uses}


def one_player() -> dict[str, Any]:
    """Twenty codes of a campaign that gives a player three."""
    codes = fresh_codes(coupon, 20, limit_per_player=3)
    player_id = players.add()
    answers = at_once([redeem(code, player_id, uuid4()) for code in codes])
    return {"answers": count(answers), "uses": Code.objects.get(code=codes[0]).campaign.uses}


def limited_campaign() -> dict[str, Any]:
    """Twenty codes, twenty players, and a campaign that gives seven times in all."""
    codes = fresh_codes(coupon, 20, limit_total=7)
    answers = at_once([redeem(code, players.add(), uuid4()) for code in codes])
    return {"answers": count(answers), "uses": Code.objects.get(code=codes[0]).campaign.uses}


def completing() -> dict[str, Any]:
    """One pending redemption, completed by ten at the same moment."""
    from {{ cookiecutter.namespace }}.service.coupon import actions

    [code] = fresh_codes(coupon)
    before = len(players.grants)
    redemption_id = actions.reserve(code=code, player_id=players.add(), key=uuid4())
    answers = at_once([lambda: actions.complete(redemption_id=redemption_id).model_dump_json()] * 10)
    return {"different answers": len(set(answers)), "answers": count(answers), "grants": len(players.grants) - before}


call_command("migrate", verbosity=0)
races = [fifty_players, one_key, one_player, limited_campaign, completing]
outcome = {race.__name__: race() for race in races}
for model in (Redemption, Code, Campaign):  # a borrowed database is given back as it was
    model.objects.all().delete()
json.dump(outcome, sys.stdout)

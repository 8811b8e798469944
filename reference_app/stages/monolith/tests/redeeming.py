"""A program for `test_redeeming.py`: processes that redeem codes on one real database, coupon and player together.

`race N` lets eight processes want N codes, each code wanted by two. `crash` kills a process between giving items and
writing it down, and lets two others mend it. Each writes what became of it as JSON. The database must be empty.
"""

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from multiprocessing import get_context
from typing import Any
from uuid import UUID, uuid4

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - settings come first
from django.db import connections  # noqa: E402

from clever.contracts.player import Grant  # noqa: E402
from clever.contracts.testing.auditing import audit  # noqa: E402
from clever.contracts.testing.coupon import fresh_codes  # noqa: E402
from clever.kit.problems import Problem  # noqa: E402
from clever.service.coupon.local import Client  # noqa: E402
from clever.service.coupon.pending import complete_pending  # noqa: E402
from clever.service.player.local import Client as Player  # noqa: E402
from clever.service.player.models import Player as PlayerRow  # noqa: E402

PROCESSES, PLAYERS = 8, 80
MOST_CODES = 1_000  # made by one call
SIGNS_OF_LIFE = 900  # seconds; a child that takes longer hangs, even on a machine that is busy with other things

Share = list[tuple[str, UUID]]
coupon = Client()
# Forked, so that settings are read once; every child opens a connection of its own.
processes = get_context("fork")


def race(count: int) -> dict[str, Any]:
    players, codes = make_players(PLAYERS), make_codes(count)
    dice = random.Random(2014)
    shares: list[Share] = [[] for _ in range(PROCESSES)]
    for number, code in enumerate(codes):
        for share in (shares[number % PROCESSES], shares[(number + 3) % PROCESSES]):
            share.append((code, dice.choice(players)))
    for share in shares:
        dice.shuffle(share)

    start, answers = processes.Barrier(PROCESSES), processes.Queue()
    children = [fork(lambda share=share: answers.put(redeem(share, start))) for share in shares]
    total: Counter[str] = Counter()
    for _ in children:
        total.update(answers.get(timeout=SIGNS_OF_LIFE))
    return {"exits": [wait(child) for child in children], "answers": total, "audit": audit(players)}


def crash() -> dict[str, Any]:
    [player_id], codes = make_players(1), make_codes(10)
    victim = fork(lambda: [die_after(5), redeem([(code, player_id) for code in codes])])
    exits = [wait(victim)]
    before = audit([player_id])
    outcomes = processes.Queue()
    menders = [fork(lambda: outcomes.put(complete_pending(older_than=timedelta(0)))) for _ in range(2)]
    mended = [outcomes.get(timeout=SIGNS_OF_LIFE) for _ in menders]
    exits += [wait(mender) for mender in menders]
    waiting = sum(each.waiting for each in mended)
    return {"exits": exits, "before": before, "waiting": waiting, "after": audit([player_id])}


def make_players(count: int) -> list[UUID]:
    rows = [PlayerRow(vid_id=uuid4(), nickname=f"Otter {number}") for number in range(count)]
    return [row.id for row in PlayerRow.objects.bulk_create(rows)]


def make_codes(count: int) -> list[str]:
    sizes = [min(MOST_CODES, count - made) for made in range(0, count, MOST_CODES)]
    return [code for size in sizes for code in fresh_codes(coupon, size, limit_per_player=None)]


def redeem(share: Share, start: Any = None) -> Counter[str]:
    if start is not None:
        start.wait(timeout=SIGNS_OF_LIFE)
    answers: Counter[str] = Counter()
    for code, player_id in share:
        try:
            answers[coupon.redeem(code=code, player_id=player_id, key=uuid4()).state] += 1
        except Problem as problem:
            answers[problem.type()] += 1
    return answers


def die_after(grants: int) -> None:
    """From now on the `grants`th grant is this process's last deed."""
    give, given = Player.grant_items, []

    def give_and_die(*, player_id: UUID, grant: Grant) -> Grant:
        given.append(give(player_id=player_id, grant=grant))
        if len(given) == grants:
            os._exit(9)  # as from kill -9: nothing is closed, nothing is caught
        return given[-1]

    Player.grant_items = staticmethod(give_and_die)


def fork(work: Callable[[], Any]) -> Any:
    connections.close_all()  # a connection that two processes hold is no connection
    child = processes.Process(target=work, daemon=True)
    child.start()
    return child


def wait(child: Any) -> int | None:
    child.join(SIGNS_OF_LIFE)
    child.kill()
    return child.exitcode


call_command("migrate", verbosity=0)
match sys.argv[1:]:
    case ["race", count]:
        outcome = race(int(count))
    case ["crash"]:
        outcome = crash()
    case unknown:
        sys.exit(f"redeeming: {unknown} is neither race N nor crash")
json.dump(outcome, sys.stdout)

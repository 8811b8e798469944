"""Whether coupon's book and player's agree: what was redeemed was given, once.

For a project that opens both databases, be they one or two: the monolith, or the backoffice of split services. As a
program, in such a project's environment, it audits the players whose ids are its arguments and writes JSON.
"""

import json
import sys
from collections import Counter
from collections.abc import Collection
from typing import Any
from uuid import UUID

import django
from django.apps import apps
from django.db.models import Sum


def audit(players: Collection[UUID]) -> dict[str, Any]:
    """What is on record about these players and the campaigns whose codes they redeemed.

    `lost`: redemptions that are complete and gave nothing. `not on record`: grants that no complete redemption owes.
    """
    # By name: contracts import no service, and each service is given its own part of the bargain.
    redemptions = apps.get_model("coupon", "Redemption").objects.filter(player_id__in=players)
    codes = apps.get_model("coupon", "Code").objects.filter(campaign__in=redemptions.order_by().values("campaign"))
    grants = apps.get_model("player", "Grant").objects.filter(player__in=players)
    possessions = apps.get_model("player", "Possession").objects.filter(player__in=players)

    complete = redemptions.filter(state="complete")
    owed, given = set(complete.values_list("id", "player_id")), set(grants.values_list("key", "player_id"))
    return {
        "redemptions": Counter(redemptions.order_by().values_list("state", flat=True)),
        "codes": complete.order_by().values("code").distinct().count(),
        "uses": codes.aggregate(all=Sum("uses"))["all"] or 0,
        "gems": possessions.filter(item="gem").aggregate(all=Sum("count"))["all"] or 0,
        "grants": len(given),
        "lost": len(owed - given),
        "not on record": len(given - owed),
    }


def agreeing(redeemed: int, gems: int = 3) -> dict[str, Any]:
    """What the audit finds where so many codes were redeemed, each for so many gems, and all is well."""
    return {
        "redemptions": {"complete": redeemed},
        "codes": redeemed,
        "uses": redeemed,
        "gems": redeemed * gems,
        "grants": redeemed,
        "lost": 0,
        "not on record": 0,
    }


if __name__ == "__main__":
    django.setup()
    json.dump(audit([UUID(player) for player in sys.argv[1:]]), sys.stdout)

"""2.4.5: coupon's permits, tried on what it does and on what it must not do."""

from typing import Any

from lab.checks import Wrong, exercise

PLAYER = "/api/player/players"
NEEDED = [
    ("looks whether a player exists", "player", f"GET {PLAYER}/<player_id>"),
    ("gives a player items", "player", f"PUT {PLAYER}/<player_id>/grants/<key>"),
]
FORBIDDEN = [
    ("rename a player", "player", f"PATCH {PLAYER}/<player_id>"),
    ("read an inventory", "player", f"GET {PLAYER}/<player_id>/inventory"),
    ("make players", "player", f"POST {PLAYER}"),
    ("list players", "player", f"GET {PLAYER}"),
    ("do what player learns only next year", "player", f"DELETE {PLAYER}/<player_id>"),
    ("read vids", "vid", "GET /api/vid/vids/<vid_id>"),
    ("publish notices", "notice", "POST /api/notice/notices"),
    ("redeem by a call to itself", "coupon", "POST /api/coupon/redemptions"),
]


@exercise(
    "2.4.5",
    hints=(
        "Two lines are enough: one to look, one to give.",
        "A permit is compared word for word. <player_id> stands for every player there is.",
        "* is every operation of a service, those included that somebody adds next year.",
    ),
)
def least_privilege(answer: Any) -> str:
    """a list of texts such as "vid GET /api/vid/vids/<vid_id>" """
    if not isinstance(answer, list | tuple | set) or not all(isinstance(one, str) for one in answer):
        raise Wrong("A list of texts is wanted, each of them a permit.")
    permits = [one.split(" ", maxsplit=1) for one in answer]
    if short := [" ".join(one) for one in permits if len(one) < 2 or (one[1] != "*" and " /" not in one[1])]:
        raise Wrong(f"{short[0]!r} is no permit: a service, a method and a route are wanted, with spaces between them.")
    for what, service, operation in NEEDED:
        if not _may(permits, service, operation):
            raise Wrong(f"Coupon {what}, {operation} of {service}, and is answered 403.")
    for what, service, operation in FORBIDDEN:
        if _may(permits, service, operation):
            raise Wrong(f"Whoever has coupon's secret may {what} as well: {operation} of {service}.")
    if len(permits) > len(NEEDED):
        for permit in permits:
            if permits.count(permit) > 1:
                raise Wrong(f"{' '.join(permit)!r} stands there more than once. As few as will do.")
            if permit not in [[service, operation] for _, service, operation in NEEDED]:
                raise Wrong(f"Coupon does its work without {' '.join(permit)!r}. As few as will do.")
    return "Right. Two operations, and whoever steals coupon's secret has no more than these."


def _may(permits: list[list[str]], service: str, operation: str) -> bool:
    return [service, operation] in permits or [service, "*"] in permits

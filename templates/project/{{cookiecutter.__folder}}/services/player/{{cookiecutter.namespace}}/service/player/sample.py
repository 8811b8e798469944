"""Sample players with full pockets."""

from datetime import timedelta
from itertools import islice

from {{ cookiecutter.namespace }}.kit.sample import DAY_ONE, PLAYERS, Progress, batches, sample_id
from {{ cookiecutter.namespace }}.service.player.models import Grant, Player, Possession

ITEMS = ["gem", "coin", "potion", "iron-sword", "wooden-shield", "feather", "map-piece"]
FIRST = ["Brave", "Sleepy", "Quiet", "Lucky", "Hungry", "Swift", "용감한", "졸린", "조용한", "행복한"]
SECOND = ["Fox", "Badger", "Heron", "Otter", "호랑이", "두루미", "수달", "너구리"]


def nickname(number: int) -> str:
    """A name that a person could have chosen."""
    return f"{FIRST[number % len(FIRST)]} {SECOND[number // 3 % len(SECOND)]} {number}"


def possessions(number: int) -> list[dict[str, int | str]]:
    """What the `number`th player owns: one to four kinds of item."""
    return [
        {"item": item, "count": 1 + (number * 7 + place * 13) % 50}
        for place, item in enumerate(islice([*ITEMS, *ITEMS], number % 7, number % 7 + 1 + number % 4))
    ]


def fill(progress: Progress) -> None:
    """Make the sample players, what they own, and the grants by which they came to own it."""
    for batch in batches(PLAYERS):
        born = {number: DAY_ONE + timedelta(minutes=number) for number in batch}
        Player.objects.bulk_create(
            Player(id=sample_id("player", n), vid_id=sample_id("vid", n), nickname=nickname(n), created_at=born[n])
            for n in batch
        )
        Possession.objects.bulk_create(
            Possession(player_id=sample_id("player", n), **owned) for n in batch for owned in possessions(n)
        )
        Grant.objects.bulk_create(
            Grant(
                key=sample_id("grant", n),
                player_id=sample_id("player", n),
                items=possessions(n),
                created_at=born[n],
            )
            for n in batch
        )
        progress("players", batch.stop - 1, PLAYERS)

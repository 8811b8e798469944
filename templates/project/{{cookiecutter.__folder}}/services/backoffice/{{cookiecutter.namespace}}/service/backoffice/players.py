"""One player as staff want to see it: what three services know, out of three databases, joined here.

No query reaches across: each asks one database, and there are as many however much a player has redeemed.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.db.models import Q

from {{ cookiecutter.namespace }}.contracts.player import UnknownPlayer
from {{ cookiecutter.namespace }}.kit.outage import database_is_away
from {{ cookiecutter.namespace }}.service.coupon.models import Redemption
from {{ cookiecutter.namespace }}.service.player.models import Grant, Player, Possession
from {{ cookiecutter.namespace }}.service.vid.models import Vid

log = logging.getLogger(__name__)

LATEST = 50  # grants and redemptions shown; the admin's lists have the rest
FOUND = 50  # players shown for a search


class Gift(StrEnum):
    """What became of a redemption's items, which player knows and coupon only believes."""

    GIVEN = "given"
    OWED = "owed"
    NOT_DUE = "not due"  # a redemption that was refused
    MISSING = "missing"  # coupon says complete, and player knows of no grant
    UNKNOWN = "unknown"  # player's database does not answer


@dataclass(frozen=True)
class Redeemed:
    """A redemption with its code and campaign, and its items' whereabouts."""

    redemption: Redemption
    gift: Gift


@dataclass(frozen=True)
class Given:
    """A grant, and the redemption that it came from; None where it was given otherwise."""

    grant: Grant
    redemption: Redemption | None


@dataclass(frozen=True)
class Screen:
    """All of it. `away` names the services whose database does not answer: of these nothing is in here."""

    player_id: UUID
    player: Player | None
    device: Vid | None
    possessions: list[Possession]
    grants: list[Given]
    redemptions: list[Redeemed]
    away: frozenset[str]


@dataclass
class Reader:
    """Asks services' databases, and asks none again that did not answer: waiting once is enough."""

    away: set[str] = field(default_factory=set)

    def several[T](self, service: str, question: Callable[[], list[T]]) -> list[T]:
        """The answer; no row where the database is away."""
        return self.one(service, question) or []

    def one[T](self, service: str, question: Callable[[], T | None]) -> T | None:
        """The answer; None where the database is away."""
        if service in self.away:
            return None
        try:
            return question()
        except (OperationalError, InterfaceError) as error:
            if not database_is_away(error):
                raise
            log.warning("the database of %s does not answer: %s", service, error)
            self.away.add(service)
            return None


def screen_of(player_id: UUID) -> Screen:
    """What there is to see of a player. Raises UnknownPlayer; not where player's database cannot be asked."""
    reader = Reader()
    player = reader.one("player", lambda: Player.objects.filter(pk=player_id).first())
    if player is None and "player" not in reader.away:
        raise UnknownPlayer(f"there is no player {player_id}")
    possessions = reader.several("player", lambda: list(Possession.objects.filter(player_id=player_id)))
    grants = reader.several("player", lambda: list(Grant.objects.filter(player_id=player_id)[:LATEST]))
    device = reader.one("vid", lambda: Vid.objects.filter(pk=player.vid_id).first()) if player else None
    redemptions = reader.several("coupon", lambda: _redemptions(player_id))
    return Screen(
        player_id=player_id,
        player=player,
        device=device,
        possessions=possessions,
        grants=_with_origin(reader, grants),
        redemptions=_with_gift(reader, redemptions),
        away=frozenset(reader.away),
    )


def find_players(text: str) -> list[Player]:
    """Players by the beginning of a nickname, or by a whole id: their own or their device's."""
    if "\x00" in text:
        return []  # PostgreSQL holds no text with it, and would call the question wrong
    try:
        wanted = UUID(text)
    except ValueError:
        chosen = Q(nickname__istartswith=text)
    else:
        chosen = Q(pk=wanted) | Q(vid_id=wanted)
    return list(Player.objects.filter(chosen).order_by("nickname", "id")[:FOUND])


def _redemptions(player_id: UUID) -> list[Redemption]:
    return list(Redemption.objects.filter(player_id=player_id).select_related("code", "campaign")[:LATEST])


def _with_origin(reader: Reader, grants: list[Grant]) -> list[Given]:
    """A grant that comes from a redemption has its id for a key."""
    keys = [grant.key for grant in grants]
    chosen = Redemption.objects.filter(pk__in=keys).select_related("code", "campaign")
    origins = {origin.pk: origin for origin in reader.several("coupon", lambda: list(chosen))}
    return [Given(grant, origins.get(grant.key)) for grant in grants]


def _with_gift(reader: Reader, redemptions: list[Redemption]) -> list[Redeemed]:
    ids = [redemption.pk for redemption in redemptions]
    chosen = Grant.objects.filter(pk__in=ids).values_list("key", flat=True)
    given = set(reader.several("player", lambda: list(chosen)))
    known = "player" not in reader.away
    return [Redeemed(each, _gift(each, each.pk in given) if known else Gift.UNKNOWN) for each in redemptions]


def _gift(redemption: Redemption, given: bool) -> Gift:
    if given:
        return Gift.GIVEN
    match redemption.state:
        case Redemption.State.PENDING:
            return Gift.OWED
        case Redemption.State.REFUSED:
            return Gift.NOT_DUE
    return Gift.MISSING

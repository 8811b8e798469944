"""One player out of three databases."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Permission, User
from django.db import OperationalError, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.player import UnknownPlayer
from {{ cookiecutter.namespace }}.service.backoffice.players import Gift, find_players, screen_of
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code, Redemption
from {{ cookiecutter.namespace }}.service.player.models import Grant, Player, Possession
from {{ cookiecutter.namespace }}.service.vid.models import Vid

pytestmark = pytest.mark.django_db(databases="__all__")
THREE = ("{{ cookiecutter.namespace }}.service.player", "{{ cookiecutter.namespace }}.service.vid", "{{ cookiecutter.namespace }}.service.coupon")
ITEMS = [{"item": "gem", "count": 3}]


@pytest.fixture
def player() -> Player:
    device = Vid.objects.create(platform="ios")
    player = Player.objects.create(vid_id=device.pk, nickname="Otter")
    Possession.objects.create(player=player, item="gem", count=12)
    return player


@pytest.fixture
def campaign() -> Campaign:
    now = timezone.now()
    return Campaign.objects.create(name="Spring", starts_at=now, ends_at=now + timedelta(days=1))


@pytest.fixture
def redeem(player: Player, campaign: Campaign) -> Callable[..., Redemption]:
    """`redeem(state)`: a redemption of the player's; with its grant, unless `given` is false."""

    def make(state: str = "complete", *, given: bool = True) -> Redemption:
        code = Code.objects.create(campaign=campaign, code=f"SPRING{Code.objects.count()}")
        redemption = Redemption.objects.create(
            key=uuid4(), code=code, campaign=campaign, player_id=player.pk, items=ITEMS, state=state
        )
        if given:
            Grant.objects.create(key=redemption.pk, player=player, items=ITEMS)
        return redemption

    return make


@contextmanager
def away(service: str) -> Iterator[list[str]]:
    """As long as this lasts, the database of a service does not answer. Yields what it was asked."""
    asked: list[str] = []

    def refuse(execute: Any, sql: str, *rest: Any) -> None:
        asked.append(sql)
        raise OperationalError("connection failed")

    with connections[f"{{ cookiecutter.namespace }}.service.{service}"].execute_wrapper(refuse):
        yield asked


@contextmanager
def counted() -> Iterator[Callable[[], dict[str, int]]]:
    """How many queries each of the three databases got."""
    with ExitStack() as stack:
        captured = {alias: stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in THREE}
        yield lambda: {alias: len(queries) for alias, queries in captured.items()}


def test_what_three_services_know_is_in_one_place(player: Player, redeem: Callable[..., Redemption]) -> None:
    redemption = redeem()

    screen = screen_of(player.pk)

    assert screen.player == player
    assert screen.device is not None
    assert screen.device.pk == player.vid_id
    assert [(row.item, row.count) for row in screen.possessions] == [("gem", 12)]
    assert [(each.redemption, each.gift) for each in screen.redemptions] == [(redemption, Gift.GIVEN)]
    assert [(each.grant.key, each.redemption) for each in screen.grants] == [(redemption.pk, redemption)]
    assert screen.away == frozenset()


@pytest.mark.parametrize(
    ("state", "given", "gift"),
    [
        ("complete", True, Gift.GIVEN),
        ("complete", False, Gift.MISSING),
        ("pending", False, Gift.OWED),
        ("pending", True, Gift.GIVEN),  # given, and coupon has not heard of it yet
        ("refused", False, Gift.NOT_DUE),
    ],
)
def test_what_became_of_the_items_is_asked_of_the_one_who_gives_them(
    player: Player, redeem: Callable[..., Redemption], state: str, given: bool, gift: Gift
) -> None:
    redeem(state, given=given)

    assert [each.gift for each in screen_of(player.pk).redemptions] == [gift]


def test_a_grant_by_hand_comes_from_no_code(player: Player) -> None:
    Grant.objects.create(key=uuid4(), player=player, items=ITEMS)

    [given] = screen_of(player.pk).grants
    assert given.redemption is None


def test_other_players_rows_are_not_shown(player: Player, redeem: Callable[..., Redemption]) -> None:
    redeem()
    other = Player.objects.create(vid_id=player.vid_id, nickname="Badger")

    screen = screen_of(other.pk)

    assert (screen.possessions, screen.grants, screen.redemptions) == ([], [], [])


def test_as_many_questions_are_asked_for_200_redemptions_as_for_one(
    player: Player, redeem: Callable[..., Redemption], staff: Client
) -> None:
    page = f"/staff/players/{player.pk}/"
    redeem()
    with counted() as one:
        staff.get(page)
    for _ in range(199):
        redeem()

    with counted() as many:
        answer = staff.get(page)

    assert answer.content.decode().count("Spring") > 50
    assert many() == one() == {"{{ cookiecutter.namespace }}.service.player": 4, "{{ cookiecutter.namespace }}.service.vid": 1, "{{ cookiecutter.namespace }}.service.coupon": 2}


@pytest.mark.parametrize("service", ["vid", "coupon", "player"])
def test_the_rest_is_shown_where_one_database_is_away_and_it_is_asked_once(
    player: Player, redeem: Callable[..., Redemption], service: str
) -> None:
    redeem()
    whole = screen_of(player.pk)

    with away(service) as asked:
        screen = screen_of(player.pk)

    assert len(asked) == 1
    assert screen.away == {service}
    assert (screen.device is None) == (service != "coupon")  # without the player nobody knows which device
    assert screen.possessions == ([] if service == "player" else whole.possessions)
    assert [each.redemption for each in screen.redemptions] == (
        [] if service == "coupon" else [each.redemption for each in whole.redemptions]
    )


def test_nobody_says_what_was_given_while_player_is_away(player: Player, redeem: Callable[..., Redemption]) -> None:
    redeem()

    with away("player"):
        [redeemed] = screen_of(player.pk).redemptions

    assert redeemed.gift is Gift.UNKNOWN


def test_a_database_that_answers_with_an_error_is_not_taken_for_one_that_is_away(player: Player) -> None:
    with connections["{{ cookiecutter.namespace }}.service.coupon"].cursor() as cursor:
        cursor.execute("ALTER TABLE coupon_redemption RENAME COLUMN items TO gifts")  # as a newer release might

    with pytest.raises(Exception, match="items"):
        screen_of(player.pk)


def test_a_player_that_does_not_exist_is_unknown() -> None:
    with pytest.raises(UnknownPlayer):
        screen_of(uuid4())


def test_players_are_found_by_either_id_and_by_the_beginning_of_a_nickname(player: Player) -> None:
    Player.objects.create(vid_id=uuid4(), nickname="Badger")

    for text in (str(player.pk), str(player.vid_id), player.pk.hex, "otter", "OT"):
        assert find_players(text) == [player], text
    assert find_players("tter") == []
    assert find_players(str(uuid4())) == []


def test_the_only_one_found_is_shown_at_once(player: Player, staff: Client) -> None:
    answer = staff.get("/staff/players/", {"q": f" {player.vid_id} "})

    assert answer.headers["Location"] == f"/staff/players/{player.pk}/"


def test_several_are_listed_to_choose_from(player: Player, staff: Client) -> None:
    other = Player.objects.create(vid_id=uuid4(), nickname="Otterly")

    answer = staff.get("/staff/players/", {"q": "ott"})

    for each in (player, other):
        assert f'href="/staff/players/{each.pk}/"' in answer.content.decode()


def test_nobody_found_is_said(staff: Client) -> None:
    assert "Nobody is called that" in staff.get("/staff/players/", {"q": "unheard-of"}).content.decode()


@pytest.mark.parametrize("q", ["", "   ", "%", "\x00", "x" * 5_000])
def test_what_is_no_name_finds_nobody_and_breaks_nothing(player: Player, staff: Client, q: str) -> None:
    answer = staff.get("/staff/players/", {"q": q})

    assert answer.status_code == 200
    assert "Otter" not in answer.content.decode()


def test_the_page_shows_it_all(player: Player, redeem: Callable[..., Redemption], staff: Client) -> None:
    code = redeem().code

    page = staff.get(f"/staff/players/{player.pk}/").content.decode()

    for seen in ("Otter", str(player.vid_id), "iOS", "gem", "Spring", str(code), "3 × gem"):
        assert seen in page, seen
    assert "does not answer" not in page


@pytest.mark.parametrize("service", ["vid", "coupon", "player"])
def test_the_page_says_which_part_is_missing(player: Player, staff: Client, service: str) -> None:
    with away(service):
        answer = staff.get(f"/staff/players/{player.pk}/")

    whose = {"vid": "devices", "coupon": "coupons", "player": "players"}[service]
    assert answer.status_code == 200
    assert f"The database of {whose} does not answer" in answer.content.decode()


def test_the_search_says_so_too(staff: Client) -> None:
    with away("player"):
        answer = staff.get("/staff/players/", {"q": "otter"})

    assert "The database of players does not answer" in answer.content.decode()


def test_it_speaks_korean(player: Player, redeem: Callable[..., Redemption], staff: Client) -> None:
    redeem()

    page = staff.get(f"/staff/players/{player.pk}/", headers={"Accept-Language": "ko"}).content.decode()

    assert "최근 사용한 쿠폰" in page
    assert "Latest redemptions" not in page


@pytest.mark.parametrize("path", ["/staff/players/", f"/staff/players/{UUID(int=1)}/"])
def test_a_stranger_is_sent_to_log_in(path: str) -> None:
    answer = Client().get(path)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/admin/login/")


def test_a_player_that_does_not_exist_is_not_found(staff: Client) -> None:
    assert staff.get(f"/staff/players/{uuid4()}/").status_code == 404


def test_who_may_not_see_players_is_told_so(player: Player, somebody: Callable[[str], Client]) -> None:
    assert somebody("notice editor").get(f"/staff/players/{player.pk}/").status_code == 403


def test_who_is_no_staff_is_told_so_whatever_it_may(player: Player) -> None:
    user = User.objects.create_user("guest", password="only for tests")
    user.user_permissions.set(Permission.objects.filter(codename="view_player"))
    client = Client()
    client.force_login(user)

    assert client.get(f"/staff/players/{player.pk}/").status_code == 403


def test_who_may_see_players_and_no_coupons_sees_no_codes(player: Player, redeem: Callable[..., Redemption]) -> None:
    code = redeem().code
    user = User.objects.create_user("guest", password="only for tests", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_player", "view_grant"]))
    client = Client()
    client.force_login(user)

    page = client.get(f"/staff/players/{player.pk}/").content.decode()

    assert "Otter" in page
    assert "a code" in page
    assert str(code) not in page
    assert str(player.vid_id) not in page


def test_the_admin_leads_to_it(player: Player, staff: Client) -> None:
    assert 'action="/staff/players/"' in staff.get("/admin/").content.decode()
    page = staff.get(f"/admin/player/player/{player.pk}/change/").content.decode()
    assert f'href="/staff/players/{player.pk}/"' in page

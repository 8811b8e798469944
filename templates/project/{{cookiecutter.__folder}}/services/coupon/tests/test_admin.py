from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone, translation

from {{ cookiecutter.namespace }}.contracts.coupon import CampaignRecord
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway
from {{ cookiecutter.namespace }}.kit.roles import make_roles
from {{ cookiecutter.namespace }}.service.coupon import actions
from {{ cookiecutter.namespace }}.service.coupon.codes import readable
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code, Redemption

pytestmark = pytest.mark.django_db
ONE_DAY = timedelta(days=1)
CAMPAIGNS = "/admin/coupon/campaign/"
CODES = "/admin/coupon/code/"
REDEMPTIONS = "/admin/coupon/redemption/"


@pytest.fixture
def staff(client: Client) -> Callable[[str], Client]:
    """`staff("operator")`: a browser in which somebody of that role has logged in."""

    def log_in(role: str) -> Client:
        make_roles()
        user = User.objects.create_user(f"a-{role}", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def act(browser: Client, address: str, action: str, *rows: Any) -> Any:
    return browser.post(address, {"action": action, "_selected_action": [row.pk for row in rows]}, follow=True)


def campaign_form(**changes: Any) -> dict[str, Any]:
    """What a browser sends for a campaign with one reward."""
    usual = {
        "name": "Rain",
        "starts_at_0": "2026-01-01",
        "starts_at_1": "00:00",
        "ends_at_0": "2027-01-01",
        "ends_at_1": "00:00",
        "limit_per_player": "1",
        "active": "on",
        "items-TOTAL_FORMS": "1",
        "items-INITIAL_FORMS": "0",
        "items-0-item": "umbrella",
        "items-0-count": "1",
    }
    return usual | changes


def test_a_campaign_is_made_with_its_rewards(staff: Any) -> None:
    staff("operator").post(f"{CAMPAIGNS}add/", campaign_form())

    campaign = Campaign.objects.get(name="Rain")
    assert [str(item) for item in campaign.items.all()] == ["1 × umbrella"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"items-0-item": "", "items-0-count": ""}, "This field is required"),
        ({"items-TOTAL_FORMS": "0"}, "Please submit at least 1 form"),
        ({"ends_at_0": "2025-01-01"}, "A campaign must end after it starts"),
        ({"items-0-item": "Um brella"}, "Use lower-case letters"),
        ({"starts_at_0": "0001-01-01"}, "Ensure this value is greater than or equal to"),
        ({"limit_total": "0"}, "Ensure this value is greater than or equal to 1"),
        ({"limit_total": str(2**40)}, "Ensure this value is less than or equal to"),
    ],
)
def test_a_campaign_that_makes_no_sense_is_sent_back(staff: Any, changes: dict[str, str], said: str) -> None:
    answer = staff("operator").post(f"{CAMPAIGNS}add/", campaign_form(**changes))

    assert said in answer.content.decode()
    assert not Campaign.objects.exists()


def test_a_campaign_that_is_renamed_while_codes_are_redeemed_loses_no_count(
    staff: Any, campaign: CampaignRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Campaign.objects.get(pk=campaign.id)
    item = row.items.get()
    # The form has read the row, and before it saves, somebody redeems a code.
    clean = Campaign.full_clean
    monkeypatch.setattr(
        Campaign,
        "full_clean",
        lambda self, *args, **kwargs: [clean(self, *args, **kwargs), Campaign.objects.update(uses=7)],
    )
    form = campaign_form(
        name="Another name", **{"items-INITIAL_FORMS": "1", "items-0-id": item.pk, "items-0-campaign": row.pk}
    )

    staff("operator").post(f"{CAMPAIGNS}{row.pk}/change/", form)

    row.refresh_from_db()
    assert (row.name, row.uses) == ("Another name", 7)


def test_a_hundred_codes_are_made_at_a_click(staff: Any, campaign: CampaignRecord) -> None:
    answer = act(staff("operator"), CAMPAIGNS, "make_codes", Campaign.objects.get())

    assert "100 codes made" in answer.content.decode()
    assert Code.objects.filter(campaign=campaign.id).count() == 100


def test_unused_codes_are_exported_and_used_ones_are_not(
    staff: Any, player_id: UUID, code: str, campaign: CampaignRecord
) -> None:
    unused = actions.make_codes(campaign_id=campaign.id, count=2, key=uuid4()).codes
    actions.redeem(code=code, player_id=player_id, key=uuid4())

    answer = act(staff("operator"), CAMPAIGNS, "export_codes", Campaign.objects.get())

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert b"".join(answer).decode("utf-8-sig").splitlines() == [
        "campaign,code,uses left",
        *[f"Three gems,{readable(code)},1" for code in unused],
    ]


def test_an_exported_name_is_no_formula(staff: Any, code: str) -> None:
    Campaign.objects.update(name="=1+1")

    answer = act(staff("operator"), CAMPAIGNS, "export_codes", Campaign.objects.get())

    assert "\n'=1+1," in b"".join(answer).decode()


def test_support_may_neither_make_codes_nor_take_them_home(staff: Any, code: str) -> None:
    browser = staff("support")

    for action in ("make_codes", "export_codes"):
        assert act(browser, CAMPAIGNS, action, Campaign.objects.get())["Content-Type"].startswith("text/html")

    assert Code.objects.count() == 1


@pytest.mark.parametrize(("window", "shown"), [("open", True), ("coming", False), ("over", False), ("", True)])
def test_campaigns_are_filtered_by_their_window(staff: Any, campaign: CampaignRecord, window: str, shown: bool) -> None:
    page = staff("support").get(CAMPAIGNS, {"window": window} if window else {}).content.decode()

    assert ("Three gems" in page) is shown


@pytest.mark.parametrize(("use", "shown"), [("unused", False), ("left", False), ("gone", True)])
def test_codes_are_filtered_by_use(staff: Any, player_id: UUID, code: str, use: str, shown: bool) -> None:
    actions.redeem(code=code, player_id=player_id, key=uuid4())

    assert (readable(code) in staff("support").get(CODES, {"use": use}).content.decode()) is shown


def test_a_code_of_ones_own_wording_is_kept_in_canonical_form(staff: Any, campaign: CampaignRecord) -> None:
    browser = staff("operator")

    browser.post(f"{CODES}add/", {"code": "welcome-2026", "campaign": campaign.id, "max_uses": "500"})
    twice = browser.post(f"{CODES}add/", {"code": "WELCOME2026", "campaign": campaign.id, "max_uses": "1"})
    wrong = browser.post(f"{CODES}add/", {"code": "환영", "campaign": campaign.id, "max_uses": "1"})

    assert Code.objects.get().code == "WE1C0ME2026"
    assert "already exists" in twice.content.decode()
    assert "letters from A to Z" in wrong.content.decode()


def test_a_code_may_not_allow_less_than_was_used(staff: Any, code: str) -> None:
    row = Code.objects.get()
    Code.objects.update(max_uses=5, uses=3)

    answer = staff("operator").post(f"{CODES}{row.pk}/change/", {"max_uses": "2"})

    assert "It has been used 3 times already" in answer.content.decode()


def test_a_code_is_found_as_it_is_printed(staff: Any, code: str) -> None:
    browser = staff("support")

    assert readable(code) in browser.get(CODES, {"q": readable(code).lower()}).content.decode()
    assert readable(code) not in browser.get(CODES, {"q": "ZZZZ"}).content.decode()


def test_a_redemption_is_found_by_any_of_its_names(staff: Any, player_id: UUID, code: str) -> None:
    made = actions.redeem(code=code, player_id=player_id, key=uuid4())
    browser = staff("support")

    for name in (made.id, player_id, readable(code), Redemption.objects.get().key):
        assert str(made.id) in browser.get(REDEMPTIONS, {"q": str(name)}).content.decode()
    for other in (uuid4(), "no such thing", "'\"%"):
        assert str(made.id) not in browser.get(REDEMPTIONS, {"q": str(other)}).content.decode()


def test_a_pending_redemption_is_completed_at_a_click(
    staff: Any, players: StandInPlayer, player_id: UUID, code: str
) -> None:
    actions.reserve(code=code, player_id=player_id, key=uuid4())

    answer = act(staff("support"), REDEMPTIONS, "complete", Redemption.objects.get())

    assert "1 redemption completed" in answer.content.decode()
    assert Redemption.objects.get().state == "complete"
    assert len(players.grants) == 1


def test_a_click_while_the_player_service_is_away_loses_nothing(
    staff: Any, players: StandInPlayer, player_id: UUID, code: str
) -> None:
    actions.reserve(code=code, player_id=player_id, key=uuid4())
    players.fails_before = [CalleeAway("away")]

    answer = act(staff("support"), REDEMPTIONS, "complete", Redemption.objects.get())

    assert "Nothing is lost" in answer.content.decode()
    assert Redemption.objects.get().state == "pending"


def test_a_click_for_a_player_that_is_gone_says_so(
    staff: Any, players: StandInPlayer, player_id: UUID, code: str
) -> None:
    actions.reserve(code=code, player_id=player_id, key=uuid4())
    players.players.clear()

    answer = act(staff("support"), REDEMPTIONS, "complete", Redemption.objects.get())

    assert "1 redemption refused" in answer.content.decode()


def test_nobody_changes_what_was_redeemed(admin_client: Client, player_id: UUID, code: str) -> None:
    made = actions.redeem(code=code, player_id=player_id, key=uuid4())

    assert admin_client.get(f"{REDEMPTIONS}{made.id}/change/").status_code == 200
    assert admin_client.post(f"{REDEMPTIONS}{made.id}/change/", {"state": "refused"}).status_code == 403
    assert admin_client.post(f"{REDEMPTIONS}{made.id}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.get(f"{REDEMPTIONS}add/").status_code == 403


@pytest.mark.parametrize("address", [CAMPAIGNS, CODES, REDEMPTIONS])
def test_a_longer_list_costs_no_more_queries(
    staff: Any, players: StandInPlayer, address: str, django_assert_max_num_queries: Any
) -> None:
    campaigns = [
        Campaign.objects.create(name=f"Number {number}", starts_at=timezone.now(), ends_at=timezone.now() + ONE_DAY)
        for number in range(10)
    ]
    for campaign in campaigns:
        campaign.items.create(item="gem", count=1)
        [code] = actions.make_codes(campaign_id=campaign.id, count=1, key=uuid4()).codes
        actions.redeem(code=code, player_id=players.add(), key=uuid4())
    browser = staff("operator")
    browser.get(address)

    with django_assert_max_num_queries(12):
        assert browser.get(address).status_code == 200


def test_the_back_office_speaks_korean(staff: Any, code: str) -> None:
    browser = staff("operator")

    page = browser.get(CAMPAIGNS, headers={"Accept-Language": "ko"}).content.decode()

    assert "캠페인" in page
    with translation.override("ko"):
        assert str(Redemption.State.PENDING.label) == "대기 중"

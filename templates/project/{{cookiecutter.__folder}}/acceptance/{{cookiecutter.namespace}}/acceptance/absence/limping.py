"""How it shows that a service limps: it is asked for what it would have to ask somebody else for, who is away."""

import re
from collections.abc import Callable

import httpx2

from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem
from {{ cookiecutter.namespace }}.acceptance.redeeming import redeem
from {{ cookiecutter.namespace }}.acceptance.regulars import Regular

REDEMPTIONS = "/admin/coupon/redemption/"


def assert_later(answer: httpx2.Response) -> None:
    """It is no refusal: it may be tried again, and says when."""
    assert_problem(answer, 503)
    assert int(answer.headers["Retry-After"]) >= 1


def no_new_player(regular: Regular) -> None:
    assert_later(regular.phone.post("/api/player/players", json={"nickname": "성급한 수달"}))


def no_gems_yet(regular: Regular) -> None:
    assert_later(redeem(regular.service, regular.code, regular.player_id, regular.key))


def staff_complete_nothing(regular: Regular) -> None:
    """Staff see a redemption that is owed. To complete it they need player, are told so, and it stays owed."""
    no_gems_yet(regular)
    mine = f"{REDEMPTIONS}?q={regular.code}"
    [redemption] = set(re.findall(rf"{REDEMPTIONS}([0-9a-f-]{{ "{" }}{36}})/change/", regular.staff.get(mine).text))

    sent = regular.staff.send_form(REDEMPTIONS, action="complete", _selected_action=redemption)
    page = regular.staff.get(mine).text

    assert sent.status_code == 302
    assert "The player service does not take them at the moment." in page
    assert '<td class="field-state">pending</td>' in page


# (who limps, without whom) -> what shows it. One that is missing here fails a test.
SHOWN_BY: dict[tuple[str, str], Callable[[Regular], None]] = {
    ("player", "vid"): no_new_player,
    ("coupon", "player"): no_gems_yet,
    ("backoffice", "player"): staff_complete_nothing,
}

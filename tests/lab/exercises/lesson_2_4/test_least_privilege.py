import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

LOOK = "player GET /api/player/players/<player_id>"
GIVE = "player PUT /api/player/players/<player_id>/grants/<key>"


@pytest.mark.parametrize("permits", [[LOOK, GIVE], (GIVE, LOOK), {LOOK, GIVE}])
def test_two_permits_in_any_order_are_right(permits):
    assert judge(find("2.4.5"), permits).passed


@pytest.mark.parametrize(
    ("permits", "told"),
    [
        ([LOOK], "Coupon gives a player items"),
        ([LOOK, GIVE, "vid *"], "read vids"),
        ([LOOK, GIVE, "link GET /api/link/links"], "without 'link GET /api/link/links'"),
        ([LOOK, GIVE, LOOK], "<player_id>' stands there more than once. As few as will do"),
        (["player"], "is no permit"),
        (["GET /api/player/players/<player_id>"], "is no permit"),
        (LOOK, "A list of texts is wanted"),
    ],
)
def test_what_is_too_much_too_little_or_no_permit_is_named(permits, told):
    assert told in judge(find("2.4.5"), permits).line

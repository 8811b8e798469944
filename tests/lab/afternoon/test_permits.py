import tomllib

import pytest

from lab.afternoon.permits import with_permits
from lab.errors import LabError

TABLE = """name = "composition"

[permits]
game-server = ["event *", "attendance *"]
event = [
  "app PUT /api/archive/files/<file_id>",
]
attendance = ["player PUT /api/player/players/<player_id>/grants/<key>"]

[nginx]
port = 8380
"""


def test_a_caller_may_more_and_all_else_stays():
    changed = with_permits(TABLE, "attendance", ["coupon POST /api/coupon/redemptions"])

    before, after = tomllib.loads(TABLE), tomllib.loads(changed)
    assert after["permits"].pop("attendance") == [
        *before["permits"].pop("attendance"),
        "coupon POST /api/coupon/redemptions",
    ]
    assert after == before


def test_a_permit_that_is_there_is_not_written_twice():
    once = with_permits(TABLE, "event", ["coupon POST /api/coupon/redemptions"])

    assert with_permits(once, "event", ["coupon POST /api/coupon/redemptions"]) == once


def test_whoever_has_no_permits_is_named_with_those_who_have():
    with pytest.raises(LabError, match=r"no shop has permits in stage\.toml: there is attendance, event, game-server"):
        with_permits(TABLE, "shop", ["coupon *"])

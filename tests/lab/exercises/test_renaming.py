import re
from itertools import permutations

import pytest

from lab.exercises.renaming import STEPS, rename

RIGHT = ("add", "write both", "copy", "read new", "write new only", "drop")


def test_of_all_orders_one_is_right():
    assert [order for order in permutations(STEPS) if not rename(order)] == [RIGHT]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (
            ("write both", "add", "copy", "read new", "write new only", "drop"),
            "Step 1, 'write both': somebody needs the column `customer`",
        ),
        (
            ("add", "copy", "write both", "read new", "write new only", "drop"),
            "Step 4, 'read new': .* reads `customer` .* name of guest 2",
        ),
        (
            ("add", "write both", "copy", "read new", "drop", "write new only"),
            "Step 5, 'drop': somebody needs the column `guest`",
        ),
        (("add", "write both", "copy", "write new only", "read new", "drop"), "Step 4, .* reads `guest` still runs"),
    ],
)
def test_what_goes_wrong_first_is_said(order, said):
    assert re.match(said, rename(order)), rename(order)

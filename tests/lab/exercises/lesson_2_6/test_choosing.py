import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

RIGHT = {"bakery": ("monolith", "chores"), "game": ("split", "waiting teams"), "clinic": ("split", "keys")}


@pytest.mark.parametrize("clinic", [("split", "keys"), ("monolith", "chores")])
def test_either_choice_is_right_where_its_reason_is(clinic):
    verdict = judge(find("2.6.4"), RIGHT | {"clinic": clinic})

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"bakery": ("split", "fashion")}, "no line of the bill"),
        ({"bakery": ("split", "waiting teams")}, "does not feel"),
        ({"clinic": ("monolith", "keys")}, "speaks for split"),
        ({"game": ("serverless", "memory")}, "choose monolith or split"),
    ],
)
def test_it_says_what_is_wrong(other, said):
    verdict = judge(find("2.6.4"), RIGHT | other)

    assert not verdict.passed
    assert said in verdict.text()

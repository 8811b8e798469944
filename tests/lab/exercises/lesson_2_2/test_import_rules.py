import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

HEAD = "[importlinter:contract:apart]\nname = coupon and player do not know each other\n"
APART = f"{HEAD}type = independence\nmodules =\n    publisher.coupon\n    publisher.player\n"
BOTH_WAYS = f"""{HEAD}type = layers
layers =
    publisher.coupon : publisher.player
    publisher.contracts
"""


@pytest.mark.parametrize("rule", [APART, BOTH_WAYS.replace(" : ", " | ")])
def test_the_wall_may_be_built_in_more_than_one_way(rule: str):
    verdict = judge(find("2.2.5"), rule)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (BOTH_WAYS, "that must break your rule"),
        ("no rule at all", "no INI file"),
        (f"{HEAD}type = independence\n", "cannot use your rule"),
        (f"{APART}\n[importlinter:contract:two]\nname = x\n", "One section"),
    ],
)
def test_it_says_what_is_wrong(rule: str, said: str):
    verdict = judge(find("2.2.5"), rule)

    assert not verdict.passed
    assert said.lower() in verdict.text().lower()

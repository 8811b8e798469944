import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def asked_of_the_other_model(campaign, code, redemption, atomic, router):
    where = router.db_for_write(redemption)
    with atomic(where, durable=True):
        code.give_back(campaign)
        redemption.refuse(campaign)


def without_any(campaign, code, redemption, atomic, router):
    redemption.refuse(campaign)
    code.give_back(campaign)


def in_default(campaign, code, redemption, atomic, router):
    with atomic():
        without_any(campaign, code, redemption, atomic, router)


def where_it_is_read(campaign, code, redemption, atomic, router):
    with atomic(using=router.db_for_read(code)):
        without_any(campaign, code, redemption, atomic, router)


def by_name(campaign, code, redemption, atomic, router):
    with atomic(using="clever.service.coupon"):
        without_any(campaign, code, redemption, atomic, router)


def half_outside(campaign, code, redemption, atomic, router):
    redemption.refuse(campaign)
    with atomic(using=router.db_for_write(code)):
        code.give_back(campaign)


def each_by_itself(campaign, code, redemption, atomic, router):
    with atomic(using=router.db_for_write(redemption)):
        redemption.refuse(campaign)
    with atomic(using=router.db_for_write(code)):
        code.give_back(campaign)


def forgetful(campaign, code, redemption, atomic, router):
    with atomic(using=router.db_for_write(code)):
        code.give_back(campaign)


def quiet(campaign, code, redemption, atomic, router):
    try:
        asked_of_the_other_model(campaign, code, redemption, atomic, router)
    except Exception:
        return


def test_either_model_may_be_asked_for_and_in_either_order():
    verdict = judge(find("2.3.3"), asked_of_the_other_model)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (without_any, "full in the monolith at the second write"),
        (in_default, "full in the backoffice at the second write"),
        (where_it_is_read, "reads from a replica at the second write"),
        (by_name, "there is no database 'clever.service.coupon'"),
        (half_outside, "the first one stayed: redemptions"),
        (each_by_itself, "around both of them"),
        (forgetful, "Both are wanted"),
        (quiet, "Let the error out"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("2.3.3"), answer)

    assert not verdict.passed
    assert said in verdict.text()

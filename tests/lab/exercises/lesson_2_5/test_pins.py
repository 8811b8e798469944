import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


@pytest.mark.parametrize(
    "pin",
    [
        "clever-service-coupon~=0.2.1",
        "clever-service-coupon >=0.2.1, <0.3",
        "clever_service_coupon==0.2.*,!=0.2.0",
        "clever-service-coupon (>=0.2.1,<0.3.0)",
        "clever-service-coupon~=0.2,!=0.2.0,<0.3,>0.1",
        "Clever.Service.Coupon>=0.2.1,==0.2.*",
    ],
)
def test_what_means_the_same_passes(pin):
    assert judge(find("2.5.4"), pin).passed


@pytest.mark.parametrize(
    "pin",
    [
        "clever-service-coupon>=0.2.1",
        "clever-service-coupon>0.2.0,<0.2.10",
        "clever-service-coupon>=0.2.1,<0.2.99",
        "coupon~=0.2.1",
    ],
)
def test_what_lets_too_much_or_too_little_in_does_not(pin):
    assert not judge(find("2.5.4"), pin).passed

"""The stand-in for coupon is no kinder than the service: it passes the same tests."""

from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.coupon import CouponContract, StandInCoupon


class TestStandInCoupon(CouponContract):
    @pytest.fixture
    def player_id(self) -> UUID:
        return uuid4()

    @pytest.fixture
    def client(self, player_id: UUID) -> StandInCoupon:
        return StandInCoupon(players={player_id})

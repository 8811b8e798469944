"""Both clients keep one contract."""

from typing import Any

import pytest

from clever.contracts.coupon import HttpCoupon
from clever.contracts.testing.coupon import CouponContract
from clever.service.coupon.local import Client


class TestLocalClient(CouponContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(CouponContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpCoupon:
        return over_http(HttpCoupon, "coupon")

"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.coupon import HttpCoupon
from {{ cookiecutter.namespace }}.contracts.testing.coupon import CouponContract
from {{ cookiecutter.namespace }}.service.coupon.local import Client


class TestLocalClient(CouponContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(CouponContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpCoupon:
        return over_http(HttpCoupon, "coupon")

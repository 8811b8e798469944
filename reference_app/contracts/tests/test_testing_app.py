import pytest

from clever.contracts.testing.app import AppContract, StandInApp


class TestStandInApp(AppContract):
    @pytest.fixture
    def client(self) -> StandInApp:
        return StandInApp()

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.app import AppContract, StandInApp


class TestStandInApp(AppContract):
    @pytest.fixture
    def client(self) -> StandInApp:
        return StandInApp()

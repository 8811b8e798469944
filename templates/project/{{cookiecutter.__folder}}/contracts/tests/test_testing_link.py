import pytest

from {{ cookiecutter.namespace }}.contracts.testing.link import LinkContract, StandInLink


class TestStandInLink(LinkContract):
    @pytest.fixture
    def client(self) -> StandInLink:
        return StandInLink()

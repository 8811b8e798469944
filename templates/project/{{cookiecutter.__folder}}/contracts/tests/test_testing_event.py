"""The stand-in is no kinder than the service: it passes the same tests."""

from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.event import EventContract, StandInEvent


class TestStandInEvent(EventContract):
    @pytest.fixture
    def client(self) -> StandInEvent:
        return StandInEvent()

    @pytest.fixture
    def player_id(self) -> UUID:
        return uuid4()

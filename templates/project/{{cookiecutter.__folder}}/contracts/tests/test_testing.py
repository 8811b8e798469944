"""The stand-ins are no kinder than the services: they pass the same tests."""

from uuid import UUID

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.player import PlayerContract, StandInPlayer
from {{ cookiecutter.namespace }}.contracts.testing.vid import StandInVid, VidContract


class TestStandInVid(VidContract):
    @pytest.fixture
    def client(self) -> StandInVid:
        return StandInVid()

    @pytest.fixture
    def vid_id(self, client: StandInVid) -> UUID:
        return client.add()


class TestStandInPlayer(PlayerContract):
    @pytest.fixture
    def client(self) -> StandInPlayer:
        return StandInPlayer()

    @pytest.fixture
    def player_id(self, client: StandInPlayer) -> UUID:
        return client.add()

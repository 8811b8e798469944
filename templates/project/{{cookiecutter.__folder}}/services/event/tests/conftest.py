from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from {{ cookiecutter.namespace }}.contracts.archive import Archive
from {{ cookiecutter.namespace }}.contracts.coupon import Coupon
from {{ cookiecutter.namespace }}.contracts.notice import Notice
from {{ cookiecutter.namespace }}.contracts.player import Player
from {{ cookiecutter.namespace }}.contracts.testing.archive import StandInArchive
from {{ cookiecutter.namespace }}.contracts.testing.coupon import StandInCoupon
from {{ cookiecutter.namespace }}.contracts.testing.notice import StandInNotice
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer


@pytest.fixture(autouse=True)
def archive(stand_in: Callable[[type, Any], Any]) -> StandInArchive:
    """The archive service, from memory."""
    return stand_in(Archive, StandInArchive())


@pytest.fixture(autouse=True)
def notices(stand_in: Callable[[type, Any], Any]) -> StandInNotice:
    """The notice service, from memory."""
    return stand_in(Notice, StandInNotice())


@pytest.fixture(autouse=True)
def players(stand_in: Callable[[type, Any], Any]) -> StandInPlayer:
    """The player service, from memory."""
    return stand_in(Player, StandInPlayer())


@pytest.fixture(autouse=True)
def coupons(stand_in: Callable[[type, Any], Any]) -> StandInCoupon:
    """The coupon service, from memory."""
    return stand_in(Coupon, StandInCoupon())


@pytest.fixture
def player_id(players: StandInPlayer) -> UUID:
    """A player that owns nothing yet."""
    return players.add()

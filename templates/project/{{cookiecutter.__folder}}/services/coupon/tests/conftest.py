from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.coupon import CampaignRecord
from {{ cookiecutter.namespace }}.contracts.player import Player
from {{ cookiecutter.namespace }}.contracts.testing.coupon import new_campaign
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.service.coupon import actions


@pytest.fixture
def players(stand_in: Callable[[type, Any], Any]) -> StandInPlayer:
    """The player service, from memory."""
    return stand_in(Player, StandInPlayer())


@pytest.fixture
def player_id(db: None, players: StandInPlayer) -> UUID:
    """A player that owns nothing yet."""
    return players.add()


@pytest.fixture
def campaign(db: None) -> CampaignRecord:
    """A campaign that is open now, gives three gems, and lets a player redeem as much as it likes."""
    return actions.create_campaign(new=new_campaign(limit_per_player=None))


@pytest.fixture
def code(campaign: CampaignRecord) -> str:
    """A code of that campaign which nobody has used."""
    return actions.make_codes(campaign_id=campaign.id, count=1, key=uuid4()).codes[0]

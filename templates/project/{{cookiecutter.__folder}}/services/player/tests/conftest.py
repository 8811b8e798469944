from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.vid import StandInVid
from {{ cookiecutter.namespace }}.contracts.vid import Vid
from {{ cookiecutter.namespace }}.service.player.models import Player


@pytest.fixture
def vids(stand_in: Callable[[type, Any], Any]) -> StandInVid:
    """The vid service, from memory."""
    return stand_in(Vid, StandInVid())


@pytest.fixture
def player_id(db: None, vids: StandInVid) -> UUID:
    """A player that owns nothing yet."""
    return Player.objects.create(vid_id=vids.add(), nickname="Sleepy Otter").id

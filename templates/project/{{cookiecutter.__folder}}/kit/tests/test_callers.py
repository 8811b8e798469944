from uuid import uuid4

import pytest
from django.test import RequestFactory

from {{ cookiecutter.namespace }}.kit.callers import NOBODY, Caller, Kind, caller_of
from {{ cookiecutter.namespace }}.kit.problems import Forbidden


def test_a_device_acts_for_its_own_players_only() -> None:
    vid_id = uuid4()
    caller = Caller(Kind.DEVICE, vid_id=vid_id)

    caller.must_own(vid_id)
    with pytest.raises(Forbidden):
        caller.must_own(uuid4())


def test_a_service_acts_for_any_player() -> None:
    Caller(Kind.SERVICE, name="game-server").must_own(uuid4())


@pytest.mark.parametrize("caller", [NOBODY, Caller(Kind.SERVICE, name="game-server")])
def test_what_is_for_devices_is_for_nobody_else(caller: Caller) -> None:
    with pytest.raises(Forbidden):
        caller.must_be_device()


def test_where_no_middleware_has_looked_there_is_nobody(rf: RequestFactory) -> None:
    assert caller_of(rf.get("/")) is NOBODY

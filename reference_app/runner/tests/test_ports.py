import socket

import pytest

from clever.runner.errors import StageError
from clever.runner.ports import asked_for, choose, is_free


@pytest.fixture
def free() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def test_a_port_that_somebody_listens_on_is_not_free(taken_port):
    assert not is_free(taken_port)


def test_a_port_taken_on_every_address_is_not_free():
    with socket.socket() as listener:
        listener.bind(("0.0.0.0", 0))
        listener.listen()

        assert not is_free(listener.getsockname()[1])


def test_a_free_default_is_used(free):
    assert choose({"web": free}) == {"web": free}


def test_a_taken_default_is_replaced_by_a_free_one(taken_port):
    chosen = choose({"web": taken_port})["web"]

    assert chosen != taken_port
    assert is_free(chosen)


def test_the_port_asked_for_goes_to_the_name_it_was_asked_for(free, taken_port):
    chosen = choose({"web": taken_port, "nginx": taken_port}, asked=free, for_name="nginx")

    assert chosen["nginx"] == free
    assert chosen["web"] not in (free, taken_port)


def test_no_two_names_get_one_port(free):
    chosen = choose({"web": free, "nginx": free + 1}, asked=free, for_name="nginx")

    assert len(set(chosen.values())) == 2


def test_a_port_asked_for_and_taken_is_refused(taken_port):
    with pytest.raises(StageError, match=f"port {taken_port} is taken by another program"):
        choose({"web": 8000}, asked=taken_port, for_name="web")


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(StageError, match=f"port {port} does not exist"):
        choose({"web": 8000}, asked=port, for_name="web")


def test_what_somebody_typed_is_a_port_or_nothing_or_refused():
    assert asked_for("") is None
    assert asked_for("8000") == 8000
    for typed in ("http", "0", "99999", "8000.5"):
        with pytest.raises(StageError, match=f"port '?{typed}'? (is no number|does not exist)"):
            asked_for(typed)

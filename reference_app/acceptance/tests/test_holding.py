"""Ports are kept from others; most of a port's life is elsewhere."""

import socket

import pytest

from clever.acceptance.holding import kept, taken
from clever.runner.ports import HOST, any_free, choose


def test_a_stage_that_starts_meanwhile_takes_other_ports() -> None:
    own = any_free(set())

    with taken([own]):
        assert choose({"vid": own})["vid"] != own

    assert choose({"vid": own})["vid"] == own


def test_a_port_that_is_taken_anyway_will_do() -> None:
    with socket.create_server((HOST, 0)) as somebody, taken([somebody.getsockname()[1]]):
        pass


def test_nobody_listens_on_a_port_that_is_kept_and_nobody_binds_it_by_chance() -> None:
    port = any_free(set())

    with kept(port), socket.socket() as caller, socket.socket() as passer_by:
        assert caller.connect_ex((HOST, port)) != 0
        with pytest.raises(OSError, match="in use"):
            passer_by.bind((HOST, port))

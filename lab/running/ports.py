"""Ports on this machine's loopback."""

import socket

HOST = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens on now. The one who asked should bind it soon."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether something accepts connections on `port`."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0

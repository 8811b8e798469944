"""Ports on this machine's loopback, and whether somebody answers there."""

import socket

import httpx2

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


def is_ready(url: str) -> bool:
    """Whether a server of this machine answers at `url`, with anything but "not now". No proxy is asked."""
    from clever.runner.readiness import certificates

    try:
        return httpx2.get(url, timeout=2, trust_env=False, verify=certificates()).status_code not in {502, 503}
    except httpx2.TransportError:
        return False

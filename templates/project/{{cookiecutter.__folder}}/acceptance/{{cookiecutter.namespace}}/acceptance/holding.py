"""Ports that nobody else is to take for a while: a program that is to come back finds its own one free."""

import socket
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from {{ cookiecutter.namespace }}.runner.ports import HOST


@contextmanager
def taken(ports: Iterable[int]) -> Iterator[None]:
    """For as long as the block lasts somebody listens on these ports, so that a stage which starts takes others."""
    with ExitStack() as stack:
        for port in ports:
            with suppress(OSError):  # somebody else sits there, which will do
                stack.enter_context(socket.create_server((HOST, port)))
        yield


@contextmanager
def kept(port: int) -> Iterator[None]:
    """For as long as the block lasts a port is given to nobody who asks for any. Nobody listens on it either."""
    with socket.socket() as holder:
        # Connections that linger from those who have listened there before are no hindrance.
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind((HOST, port))
        yield

"""HTTP by hand, for what no decent client would send."""

import socket
from urllib.parse import urlsplit

SECONDS = 15.0


def send_raw(base: str, request: bytes, *, hang_up: bool = False) -> bytes:
    """Send these very bytes, and return all that comes back.

    With `hang_up` the connection is cut right after, as a phone does in a tunnel, and nothing comes back.
    """
    parts = urlsplit(base)
    with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=SECONDS) as connection:
        connection.sendall(request)
        if hang_up:
            return b""
        connection.shutdown(socket.SHUT_WR)
        return _all_of(connection)


def _all_of(connection: socket.socket) -> bytes:
    received = b""
    try:
        while piece := connection.recv(65536):
            received += piece
    except ConnectionResetError:
        pass  # the server hung up with bytes of ours unread, which is its right; what it said came before
    return received


def head(method: str, path: str, base: str, headers: dict[str, str]) -> bytes:
    """The head of a request. The connection is not kept."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {urlsplit(base).netloc}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def status_of(answer: bytes) -> int:
    """The status of an answer. Raises AssertionError where there is none."""
    assert answer.startswith(b"HTTP/1.1 "), f"no HTTP answer: {answer[:100]!r}"
    return int(answer.split(b" ", 2)[1])

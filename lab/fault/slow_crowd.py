"""Clients that take their time: `slow_crowd.py SECONDS WHAT HOST PORT PATH CLIENTS`.

A script of its own, with the manners of holder.py: it prints a line once all clients hang on to the server, and lets
them go when its standard input closes, or after SECONDS, leaving with 3. Leaves with 1 where they cannot connect.
WHAT says which part of the conversation is slow: "request", "body" or "answer".
"""

import asyncio
import contextlib
import os
import signal
import socket
import sys

DROP = 0.5  # seconds between two drops of a client: one byte sent, or few read
SIP = 512  # bytes that are read at a time
LENGTH = 100_000  # bytes of a body that is never sent whole


def opening(what: str, host: str, port: int, path: str) -> bytes:
    """What a client says at once. After it comes nothing, or a byte now and then."""
    method = "POST" if what == "body" else "GET"
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}:{port}"]
    if what == "request":
        lines.append("X-Patience: ")  # a header whose value goes on and on
        return "\r\n".join(lines).encode()
    if what == "body":
        lines += ["Content-Type: text/plain", f"Content-Length: {LENGTH}"]
    return "\r\n".join([*lines, "", ""]).encode()


async def connect(what: str, host: str, port: int, path: str) -> socket.socket:
    """A client that has said its opening words."""
    loop = asyncio.get_running_loop()
    client = socket.socket()
    client.setblocking(False)
    if what == "answer":
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # the system shall not read in its place
    await loop.sock_connect(client, (host, port))
    await loop.sock_sendall(client, opening(what, host, port, path))
    return client


async def go_on(client: socket.socket, what: str) -> None:
    """Drop by drop, until the server has had enough or everything has been said."""
    loop = asyncio.get_running_loop()
    with contextlib.suppress(OSError):
        while True:
            await asyncio.sleep(DROP)
            if what != "answer":
                await loop.sock_sendall(client, b".")
            elif not await loop.sock_recv(client, SIP):
                return


async def hang_on(seconds: float, what: str, host: str, port: int, path: str, clients: int) -> int:
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    loop.add_reader(sys.stdin.fileno(), told.set)  # readable: the pipe was closed, since nobody writes to it
    # One after the other: who comes first hangs on first.
    crowd = [await connect(what, host, port, path) for _ in range(clients)]
    sys.stdout.write("held\n")
    sys.stdout.flush()
    slowly = [asyncio.create_task(go_on(client, what)) for client in crowd]
    try:
        await asyncio.wait_for(told.wait(), seconds)
        return 0
    except TimeoutError:
        return 3
    finally:
        for task in slowly:
            task.cancel()
        for client in crowd:
            client.close()


def main(seconds: str, what: str, host: str, port: str, path: str, clients: str) -> int:
    # Only the pipe ends it, so that the clients are let go in any case.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    try:
        return asyncio.run(hang_on(float(seconds), what, host, int(port), path, int(clients)))
    except OSError as error:
        sys.stderr.write(f"{os.strerror(error.errno) if error.errno else error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""A TCP proxy that can be slow, refuse connections, and cut answers short.

A script of its own: `proxy_server.py HOST PORT` carries everything to HOST:PORT. It prints the port it listens on. Each
line on its standard input is JSON, `{"milliseconds": 0, "refusing": false, "cut_after": null}`, and is answered with
`done` once it holds. When the pipe closes, it ends, and all of its connections with it.
"""

import asyncio
import json
import socket
import struct
import sys
from dataclasses import dataclass, field

CHUNK = 65536
WAITING = 64  # chunks on their way, in each direction of a connection, before the sender has to wait


class CutError(Exception):
    """The answer has been sent as far as it may go."""


@dataclass
class Fault:
    milliseconds: float = 0  # each way
    refusing: bool = False
    cut_after: int | None = None  # bytes of an answer


@dataclass
class Proxy:
    host: str
    port: int
    fault: Fault = field(default_factory=Fault)
    clients: set[asyncio.StreamWriter] = field(default_factory=set)

    def __post_init__(self) -> None:
        # Bound and never listening: it keeps the number ours while connections are refused.
        self.holder = bound(0)
        self.own_port = self.holder.getsockname()[1]
        self.server: asyncio.Server | None = None

    async def hold(self, fault: Fault) -> None:
        """From now on, and for open connections too, behave like this."""
        self.fault = fault
        if fault.refusing and self.server:
            self.server.close()
            self.server = None
            for client in list(self.clients):
                reset(client)
        elif not fault.refusing and not self.server:
            self.server = await asyncio.start_server(self.connected, sock=bound(self.own_port))

    async def connected(self, from_client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        self.clients.add(to_client)
        to_server = None
        try:
            from_server, to_server = await asyncio.open_connection(self.host, self.port)
            async with asyncio.TaskGroup() as both:
                both.create_task(self.carry(from_client, to_server, answers=False))
                both.create_task(self.carry(from_server, to_client, answers=True))
            to_client.close()
        except* (OSError, CutError):
            reset(to_client)  # what one side does not get, the other must not take for a whole answer
        finally:
            self.clients.discard(to_client)
            if to_server:
                to_server.close()

    async def carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, answers: bool) -> None:
        """Bring over what comes, each chunk late by the latency that held when it came. A later one never overtakes."""
        clock = asyncio.get_running_loop().time
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(WAITING)

        async def receive() -> None:
            data = b"-"
            while data:
                data = await source.read(CHUNK)
                await under_way.put((clock() + self.fault.milliseconds / 1000, data))

        async def deliver() -> None:
            sent = 0
            while True:
                due, data = await under_way.get()
                if (wait := due - clock()) > 0:
                    await asyncio.sleep(wait)
                if not data:
                    sink.write_eof()
                    return
                limit = self.fault.cut_after if answers else None
                sink.write(data if limit is None else data[: max(0, limit - sent)])
                await sink.drain()
                sent = 0 if limit is None else sent + len(data)
                if limit is not None and sent >= limit:
                    raise CutError

        async with asyncio.TaskGroup() as both:
            both.create_task(receive())
            both.create_task(deliver())


def bound(port: int) -> socket.socket:
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # for the holder and the listener side by side
    # For the connections that are accepted, which asyncio would see to only if the protocol were said: an answer in two
    # pieces would else wait 40 ms for its second one.
    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    one.bind(("127.0.0.1", port))
    return one


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection so that the other side notices: by RST, which nobody takes for the end of an answer."""
    raw = writer.get_extra_info("socket")
    if raw is not None and raw.fileno() >= 0:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def main(host: str, port: int) -> None:
    proxy = Proxy(host, port)
    await proxy.hold(Fault())
    say(str(proxy.own_port))
    orders = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    while order := await orders.readline():
        await proxy.hold(Fault(**json.loads(order)))
        say("done")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))

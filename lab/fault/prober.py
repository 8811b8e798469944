"""Asks one address again and again, at a steady rate, and says what came of each request.

A script of its own. Its standard input is a pipe: one line of JSON, `{"url", "rate", "timeout"}`, and once the pipe
closes it asks no more, waits for the requests under way and ends. It prints lines of JSON: `null` when it begins, and
for each request `[when it was sent, how long it took, status]`, in seconds of the machine's monotonic clock.

A request is sent when its time has come, whether or not those before it are answered: people do not wait with their
click until somebody else's page is there. Each has a connection of its own, as if from somebody new.
"""

import asyncio
import json
import resource
import sys
from typing import Any

import httpx2

SPARE = 64  # files that are open anyway


def allow_files(count: int) -> None:
    """Let this process have so many files open at a time, or as many as the system grants: often only 1,024 are."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


async def main(order: dict[str, Any], over: asyncio.Event) -> None:
    clock = asyncio.get_running_loop().time
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=0)
    async with (
        httpx2.AsyncClient(limits=limits, timeout=None, trust_env=False) as client,
        asyncio.TaskGroup() as under_way,
    ):
        say(None)
        begun, number = clock(), 0
        while not over.is_set():
            under_way.create_task(ask(client, order["url"], order["timeout"]))
            number += 1
            try:
                await asyncio.wait_for(over.wait(), max(0, begun + number / order["rate"] - clock()))
            except TimeoutError:
                continue


async def ask(client: httpx2.AsyncClient, url: str, timeout: float) -> None:
    clock = asyncio.get_running_loop().time
    sent = clock()
    try:
        async with asyncio.timeout(timeout):
            status = str((await client.get(url)).status_code)
    except TimeoutError:
        status = "timeout"
    except httpx2.TransportError as error:
        status = type(error).__name__
    say([sent, clock() - sent, status])


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


async def until_told() -> None:
    orders = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    order = json.loads(await orders.readline())
    allow_files(int(order["rate"] * order["timeout"]) + SPARE)
    over = asyncio.Event()
    async with asyncio.TaskGroup() as both:
        both.create_task(main(order, over))
        await orders.read()  # until the pipe closes
        over.set()


if __name__ == "__main__":
    asyncio.run(until_told())

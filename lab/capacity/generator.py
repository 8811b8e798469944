"""Sends requests to one address, each when its time has come, and says when each was answered.

A script of its own: a busy notebook would send late. Its standard input is JSON, `{"url", "due", "timeout"}`; `due`
are seconds from the beginning, in ascending order. It prints JSON: for each request `[due, when it was over, status]`.

Nobody waits for anybody: a request is sent at its time even if none before it has been answered. Each has a connection
of its own, as if from somebody new.
"""

import asyncio
import json
import resource
import sys
from typing import Any

import httpx2

AHEAD = 0.1  # seconds between being ready and the beginning
SPARE = 64  # files that are open anyway


async def main(order: dict[str, Any]) -> list[list[Any]]:
    clock = asyncio.get_running_loop().time
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=0)
    answers: list[list[Any]] = []

    async def ask(due: float) -> None:
        try:
            async with asyncio.timeout_at(begun + due + order["timeout"]):
                status = str((await client.get(order["url"])).status_code)
        except TimeoutError:
            status = "timeout"
        except httpx2.TransportError as error:
            status = type(error).__name__
        answers.append([due, clock() - begun, status])

    async with (
        httpx2.AsyncClient(limits=limits, timeout=None, trust_env=False) as client,
        asyncio.TaskGroup() as under_way,
    ):
        await client.get(order["url"])  # what is loaded with the first request should not make it late
        begun = clock() + AHEAD
        for due in order["due"]:
            await asyncio.sleep(max(0, begun + due - clock()))
            under_way.create_task(ask(due))
    return answers


def allow_files(count: int) -> None:
    """Let this process have so many files open at a time, or as many as the system grants."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


if __name__ == "__main__":
    told = json.load(sys.stdin)
    allow_files(len(told["due"]) + SPARE)
    json.dump(asyncio.run(main(told)), sys.stdout)

"""One sale, and somebody who makes one after the other."""

import sqlite3
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

import psycopg

from lab.data.ways import DRINKS, Connection, Way

THINKING = 0.002
"""Seconds between reading and writing: a program checks something, fills in a form, writes a line in a log."""

REFUSALS = (sqlite3.OperationalError, psycopg.OperationalError)
"""What the drivers raise when a database does not let a transaction through."""


def sell(way: Way, connection: Connection, drink: int) -> None:
    """Sell one cup: read how many were sold, think, write one more. In one transaction.

    Raises what the driver raises when the database refuses; nothing is sold then.
    """
    connection.execute(way.begin)
    try:
        [sold] = connection.execute(way.read, [drink]).fetchone()
        time.sleep(THINKING)
        connection.execute(way.write, [sold + 1, drink])
        connection.execute("COMMIT")
    except REFUSALS:
        connection.execute("ROLLBACK")
        raise


@dataclass
class Done:
    """What became of one writer's sales."""

    times: list[float] = field(default_factory=list)  # ms, of each sale that was committed
    refusals: Counter[str] = field(default_factory=Counter)  # by what the database said


def sell_until(deadline: float, way: Way, connection: Any, chance: Random) -> Done:
    """Sell until `time.monotonic()` passes `deadline`. A sale that has begun is brought to its end."""
    done = Done()
    while (begun := time.monotonic()) < deadline:
        try:
            sell(way, connection, chance.randrange(DRINKS))
        except REFUSALS as refusal:
            done.refusals[str(refusal).strip().splitlines()[0]] += 1
        else:
            done.times.append((time.monotonic() - begun) * 1000)
    return done

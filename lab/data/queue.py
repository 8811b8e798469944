"""Who waits for whom in PostgreSQL."""

import time
from typing import Any

import psycopg

from lab.display import Table
from lab.errors import LabError

WAITING = """
SELECT pid, left(regexp_replace(query, '\\s+', ' ', 'g'), 60), pg_blocking_pids(pid)
FROM pg_stat_activity
WHERE wait_event_type = 'Lock' AND datname = current_database()
ORDER BY query_start, pid
"""

BLOCKING = """
SELECT pid, state, left(regexp_replace(query, '\\s+', ' ', 'g'), 60)
FROM pg_stat_activity WHERE pid = ANY(%s) ORDER BY xact_start
"""


def queue(url: str) -> Table:
    """Everybody in this database who waits for a lock, and for whom, by the ids of the server's processes.

    First come those who wait for nobody, and whom others wait for.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        waiting: list[Any] = connection.execute(WAITING).fetchall()
        blockers = sorted({pid for _, _, blocked_by in waiting for pid in blocked_by} - {pid for pid, _, _ in waiting})
        first: list[Any] = connection.execute(BLOCKING, [blockers]).fetchall()
    rows = [[str(pid), f"({state}) {query}", "nobody"] for pid, state, query in first]
    rows += [[str(pid), query, ", ".join(map(str, sorted(set(by))))] for pid, query, by in waiting]
    return Table(["process", "says", "waits for"], rows, title="" if rows else "Nobody waits.")


def until_queued(url: str, beginning: str, *, seconds: float = 30.0) -> None:
    """Return once a statement that begins so (as in "ALTER TABLE") waits for a lock.

    Raises LabError where none does within `seconds`.
    """
    deadline = time.monotonic() + seconds
    with psycopg.connect(url, autocommit=True) as connection:
        while time.monotonic() < deadline:
            if any(query.startswith(beginning) for _, query, _ in connection.execute(WAITING)):
                return
            time.sleep(0.02)
    raise LabError(f"no statement that begins with {beginning!r} has waited for a lock within {seconds:g} s")

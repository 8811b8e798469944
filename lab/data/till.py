"""A till that is never closed: it shows what a change of the database costs those who use it meanwhile."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from lab.errors import LabError

TILLS = 3
PAUSE = 0.01  # seconds between two sales of one till: guests come steadily, not as fast as they can


class Till:
    """Counts sales while they are made."""

    def __init__(self) -> None:
        self._sold: list[float] = []
        self._closed = threading.Event()
        self._broken: list[str] = []

    @property
    def sold(self) -> int:
        """Sales so far."""
        return len(self._sold)

    def sold_in(self, seconds: float) -> int:
        """Watch for so long, and return how many sales were made. Raises LabError where a till has broken down."""
        before = self.sold
        if self._closed.wait(seconds) or self._broken:
            raise LabError(f"the till is closed: {', '.join(self._broken) or 'its block has ended'}")
        return self.sold - before

    def _sell(self, connection: "psycopg.Connection[tuple[object, ...]]", sale: str) -> None:
        while not self._closed.wait(PAUSE):
            try:
                connection.execute(sale)
            except psycopg.Error as error:
                if not self._closed.is_set():  # a sale that still waits at the end is cancelled, and that is no harm
                    self._broken.append(str(error).strip().splitlines()[0])
                return
            self._sold.append(time.monotonic())


@contextmanager
def till(url: str, sale: str) -> Iterator[Till]:
    """Make the statement `sale` over and over at three tills, each with a connection of its own, until the block ends.

    Raises LabError where the first sale is refused.
    """
    opened = Till()
    connections = [psycopg.connect(url, autocommit=True) for _ in range(TILLS)]
    try:
        try:
            connections[0].execute(sale)
        except psycopg.Error as error:
            raise LabError(f"the till cannot sell: {str(error).strip().splitlines()[0]}") from error
        sellers = [threading.Thread(target=opened._sell, args=(one, sale), daemon=True) for one in connections]
        for seller in sellers:
            seller.start()
        try:
            yield opened
        finally:
            opened._closed.set()
            for connection, seller in zip(connections, sellers, strict=True):
                # More than once: a sale may just have been on its way to the server when it was cancelled there.
                while seller.is_alive():
                    connection.cancel_safe()
                    seller.join(0.1)
    finally:
        for connection in connections:
            connection.close()

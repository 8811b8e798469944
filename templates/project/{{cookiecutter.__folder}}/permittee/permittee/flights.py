"""One question at a time about one caller: whoever else wants to know waits for the same answer."""

from concurrent.futures import Future
from threading import Lock


class Flights[K, V]:
    """Questions that are on their way, by what they ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._under_way: dict[K, Future[V]] = {}

    def board(self, key: K) -> tuple[Future[V], bool]:
        """The flight of `key`, and whether it is a new one: then it is the caller's to ask, and to `land`."""
        with self._lock:
            if flight := self._under_way.get(key):
                return flight, False
            self._under_way[key] = flight = Future()
            return flight, True

    def land(self, key: K, flight: Future[V], value: V | Exception) -> None:
        """End a flight: all who wait for it get `value`, or have it raised where it is an exception."""
        with self._lock:
            del self._under_way[key]
        if isinstance(value, Exception):
            flight.set_exception(value)
        else:
            flight.set_result(value)

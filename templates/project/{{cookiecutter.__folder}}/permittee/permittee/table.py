"""A table that stays small, however much is put into it."""

from collections import OrderedDict


class Table[K, V]:
    """At most `size` rows. When it is full, the row goes that nobody has used for longest. Not for several threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._rows: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The row of `key`, which counts as a use of it."""
        if key not in self._rows:
            return None
        self._rows.move_to_end(key)
        return self._rows[key]

    def put(self, key: K, value: V) -> None:
        """Put a row in, in place of the one that had this key."""
        self._rows[key] = value
        self._rows.move_to_end(key)
        if len(self._rows) > self._size:
            self._rows.popitem(last=False)

    def drop(self, key: K) -> None:
        """Take a row out, where there is one."""
        self._rows.pop(key, None)

    def __len__(self) -> int:
        return len(self._rows)

"""What the permitter said, and when it was asked."""

from dataclasses import dataclass
from threading import Lock

from permittee.answers import Answer
from permittee.credentials import Credentials
from permittee.table import Table

SIZE = 1_024


@dataclass
class Said:
    """An answer. `sent` is when the question went out, on the monotonic clock; `tried` is when it was last repeated.

    An answer is as old as its question: what happened while it was on its way is not in it.
    """

    answer: Answer
    sent: float
    tried: float


class Memory:
    """Answers by credentials. Those of believed callers and of strangers are kept apart.

    So a flood of wrong passwords fills the strangers' table, and pushes no believed caller out of the other.
    """

    def __init__(self, size: int = SIZE) -> None:
        self._lock = Lock()
        self._callers: Table[Credentials, Said] = Table(size)
        self._strangers: Table[Credentials, Said] = Table(size)

    def recall(self, credentials: Credentials) -> Said | None:
        """What was said last of these credentials, however long ago."""
        with self._lock:
            return self._callers.get(credentials) or self._strangers.get(credentials)

    def keep(self, credentials: Credentials, answer: Answer, sent: float) -> Said:
        """Remember an answer, in place of what was said before."""
        said = Said(answer, sent, tried=sent)
        here, there = self._callers, self._strangers
        if not answer.known:
            here, there = there, here
        with self._lock:
            here.put(credentials, said)
            there.drop(credentials)
        return said

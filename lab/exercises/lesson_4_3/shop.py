"""event and coupon as small as can be, and a plug that can be pulled between any two steps."""

from lab.checks import Wrong

BEGIN, POINTS, PROMISE, COMMIT = "begin", "write the points", "write the promise", "commit"
ASK, KEPT = "ask coupon", "write that it is kept"
STEPS = (BEGIN, POINTS, PROMISE, COMMIT, ASK, KEPT)


class Shop:
    """What is on the disk, and what coupon has given. Coupon knows the reward's key again, so it gives it once."""

    def __init__(self) -> None:
        self.disk: set[str] = set()
        self.gem = False
        self._open: set[str] | None = None  # what the open transaction has written; None where there is none

    def do(self, step: str) -> None:
        """Carry out a step. Raises Wrong for one that cannot be at this place."""
        if step == BEGIN:
            self._open = set()
        elif step == COMMIT:
            if self._open is None:
                raise Wrong(f"You {COMMIT!r} before you {BEGIN!r}: there is nothing to commit.")
            self.disk |= self._open
            self._open = None
        elif step == ASK:
            if self._open is not None:
                raise Wrong(
                    f"You {ASK!r} while a transaction is open. As long as coupon hangs, so do your rows, and whoever "
                    "waits for them. Our client refuses to do it."
                )
            self.gem = True
        elif self._open is None:
            self.disk.add(step)  # outside of a transaction each write is one of its own
        else:
            self._open.add(step)

    def pull_the_plug(self) -> None:
        """What was not committed is lost."""
        self._open = None

    def worker(self) -> None:
        """Later: what was promised, and is not marked as kept, is done."""
        if PROMISE in self.disk and KEPT not in self.disk:
            self.gem = True
            self.disk.add(KEPT)

"""One start or stop of a stage at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from clever.runner.errors import StageError
from clever.runner.places import StageFolder

WAIT_SECONDS = 120.0  # longer than any start or stop


@contextmanager
def alone(folder: StageFolder, seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the stage's lock. The system frees it when its holder dies, however it dies.

    Raises StageError where somebody else keeps it for `seconds`.
    """
    folder.lock.parent.mkdir(parents=True, exist_ok=True)
    # Without the real thing it would fall back to a file that outlives a killed holder.
    lock = FileLock(folder.lock, timeout=seconds, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise StageError(f"{folder.path.name}: another start or stop is under way for {seconds:.0f} s") from error
    try:
        yield
    finally:
        lock.release()

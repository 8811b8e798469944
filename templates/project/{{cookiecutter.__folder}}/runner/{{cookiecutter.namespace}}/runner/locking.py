"""One start or stop of a stage at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step, silent

WAIT_SECONDS = 300.0  # longer than any start or stop


@contextmanager
def alone(folder: StageFolder, tell: Progress = silent, seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the stage's lock, and `tell` when it has to be waited for. It is free when its holder dies, however it dies.

    Raises StageError where somebody else keeps it for `seconds`.
    """
    folder.lock.parent.mkdir(parents=True, exist_ok=True)
    # Without the real thing it would fall back to a file that outlives a killed holder.
    lock = FileLock(folder.lock, fallback_to_soft=False)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            tell(Step("wait for another start or stop to end"))
            lock.acquire(timeout=seconds)
    except Timeout as error:
        raise StageError(f"{folder.path.name}: another start or stop is under way for {seconds:.0f} s") from error
    try:
        yield
    finally:
        lock.release()

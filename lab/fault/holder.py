"""Makes a fault, holds it, and undoes it when told to, or when the one who asked is gone.

A script of its own: `holder.py SECONDS stop GROUP` or `holder.py SECONDS aside FILE AWAY`. Its standard input is a pipe
from the notebook's kernel. When that pipe closes (the block is over, or the kernel was killed and could do nothing
more), or after SECONDS, the fault is undone. Prints a line when the fault is made. Leaves with 1 where it could not be
made or undone, saying why, and with 3 where SECONDS were over first.
"""

import contextlib
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager


@contextmanager
def stop(group: str) -> Iterator[None]:
    """A process group that is stopped where it stands."""
    os.killpg(int(group), signal.SIGSTOP)
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):  # somebody killed it meanwhile
            os.killpg(int(group), signal.SIGCONT)


@contextmanager
def aside(file: str, away: str) -> Iterator[None]:
    """A file that is kept under another name, while its own name leads to a folder, which no program opens as a file.

    Each step is one that happens at once or not at all. Were there a moment without a file, SQLite would make an empty
    one and throw away the write-ahead log beside it, with all that was committed and not yet moved.
    """
    blind = f"{away}.blind"
    put_back(file, away)
    os.link(file, away)
    try:
        os.symlink(".", blind)
        os.replace(blind, file)
        yield
    finally:
        put_back(file, away)


def put_back(file: str, away: str) -> None:
    """The file under its own name again. Also what a holder left that was killed itself."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(f"{away}.blind")
    if not os.path.exists(away):
        return
    if os.path.islink(file):
        os.replace(away, file)
    elif os.path.samefile(file, away):
        os.unlink(away)  # `replace` leaves two names of one file as they are
    else:
        raise FileExistsError(f"{away} and {file} are two files: keep the one that you need under the second name")


FAULTS: dict[str, Callable[..., AbstractContextManager[None]]] = {"stop": stop, "aside": aside}


def main(seconds: float, fault: str, arguments: list[str]) -> int:
    # Only the pipe ends it, so that the fault is undone in any case.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    try:
        with FAULTS[fault](*arguments):
            sys.stdout.write("held\n")
            sys.stdout.flush()
            told, _, _ = select.select([sys.stdin], [], [], seconds)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0 if told else 3


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2], sys.argv[3:]))

"""Follow the logs of a running stage until somebody stops it."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from clever.runner.containers.compose import Compose
from clever.runner.containers.following import lines
from clever.runner.logs import Follower, readable
from clever.runner.places import StageFolder
from clever.runner.record import running_record
from clever.runner.stagefile import StageFile
from clever.runner.swallowed import raised_anew

LOOK_SECONDS = 0.3


class Interrupted(Exception):
    """The person, or the system, wants this program to end."""


@contextmanager
def signals_interrupt() -> Iterator[None]:
    """Within it Ctrl-C, a closed terminal and a plain `kill` all raise Interrupted, so that clean-up is done.

    Once: whoever is impatient and presses Ctrl-C again must not interrupt the clean-up.
    """
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def interrupt(number: int, frame: object) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise Interrupted(signal.Signals(number).name)

    before = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        with raised_anew(Interrupted):
            yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def follow(
    stage: StageFile,
    folder: StageFolder,
    write: Callable[[str], object],
    *,
    ready: Callable[[], object] = lambda: None,
) -> None:
    """Write each new line of the stage's logs. Returns when the stage has ended.

    Calls `ready` before the first: no line that a process of this machine logs from then on is missed.
    """
    if stage.compose:
        ready()
        for program, line in lines(Compose.of(stage, folder)):
            write(f"{program:<12}| {readable(line)}")
        return
    follower = Follower(folder.logs)
    ready()
    while True:
        alive = running_record(folder) is not None
        for program, line in follower.lines():
            write(f"{program:<12}| {readable(line)}")
        if not alive:
            return
        time.sleep(LOOK_SECONDS)

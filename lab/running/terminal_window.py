"""Plays the window of a terminal: runs one command in it, and closes it when told to.

A script of its own: `terminal_window.py COMMAND...`. The command gets a terminal (a pty), and believes that somebody
sits there. SIGUSR1 closes the window: the system then hangs up on the command, as it does when you close the lid on
an ssh connection. SIGTERM ends the play: the command is killed, if it still runs. Leaves when the command has.
"""

import contextlib
import os
import pty
import select
import signal
import sys
import time

PAUSE = 0.05  # seconds between two looks at the command


class Window:
    """A terminal's window with one command in it."""

    def __init__(self, command: list[str]) -> None:
        self._command, self._screen = pty.fork()
        if self._command == 0:  # this is the child, which becomes the command
            try:
                os.execvp(command[0], command)  # noqa: S606 - no shell is wanted
            except OSError as error:
                os.write(2, f"cannot start {command[0]}: {error.strerror}\n".encode())
                os._exit(127)
        self._open = True

    def close(self, *_: object) -> None:
        """Hang up. Only noted here: the window is closed when nobody reads from it."""
        self._open = False

    def kill(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._command, signal.SIGKILL)

    def play(self) -> int:
        """Pass on what the command says, until it has ended. Returns its exit code, or 128 and the signal's number."""
        while True:
            if self._open:
                self._show()
            elif self._screen >= 0:
                os.close(self._screen)
                self._screen = -1
            else:
                time.sleep(PAUSE)
            ended, status = os.waitpid(self._command, os.WNOHANG)
            if ended:
                code = os.waitstatus_to_exitcode(status)
                return code if code >= 0 else 128 - code

    def _show(self) -> None:
        ready, _, _ = select.select([self._screen], [], [], PAUSE)
        with contextlib.suppress(OSError):  # the command has hung up: its end is noticed next
            if ready:
                os.write(1, os.read(self._screen, 4096))


def main(command: list[str]) -> int:
    window = Window(command)
    signal.signal(signal.SIGUSR1, window.close)
    signal.signal(signal.SIGTERM, window.kill)
    return window.play()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

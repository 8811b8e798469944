"""Runs one program, and ends it and all it started when the one who asked is gone.

A script of its own: `keeper.py SIGNAL FOLDER USER COMMAND...`; an empty USER means the same one. Its standard input is
a pipe. When that closes, by decision or because the other end was killed, the program gets SIGNAL, what is left of it
after some seconds SIGKILL, and FOLDER is removed. A program that ends by itself leaves FOLDER as it is. Prints the
program's process id first; leaves with the program's exit code.
"""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil

PATIENCE = 10.0  # seconds that a program gets to end by itself


def end(child: "subprocess.Popen[bytes]", number: int) -> None:
    """Ask the program to go, then make it, and whatever it started: a session of sshd has a group of its own."""
    started: list[psutil.Process] = []
    with contextlib.suppress(psutil.Error):
        started = psutil.Process(child.pid).children(recursive=True)
    for each in (signal.SIGCONT, number):  # a stopped process hears nothing else
        with contextlib.suppress(ProcessLookupError):
            child.send_signal(each)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(PATIENCE)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    for process in started:
        with contextlib.suppress(psutil.Error):  # psutil knows a number that was given to somebody else meanwhile
            process.kill()
    psutil.wait_procs(started, timeout=PATIENCE)


def main(number: int, folder: Path, user: str, command: list[str]) -> int:
    # Only the pipe ends it, so that the program is never left alone. (Handlers, unlike SIG_IGN, are not inherited.)
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda *_: None)
    try:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, user=user or None, cwd="/", start_new_session=True
        )
    except OSError as error:
        sys.stderr.write(f"cannot start {command[0]}: {error.strerror}\n")
        return 127
    sys.stdout.write(f"{child.pid}\n")
    sys.stdout.flush()

    def wait_for_the_end() -> None:
        while os.read(0, 1024):
            pass
        end(child, number)
        shutil.rmtree(folder, ignore_errors=True)

    told = threading.Thread(target=wait_for_the_end, daemon=True)
    told.start()
    code = child.wait()
    if select.select([0], [], [], 0)[0]:  # the pipe is closed: the other thread is busy with the rest
        told.join()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:]))

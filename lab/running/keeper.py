"""Runs one command, and ends its whole process group when told to, or when the one who asked is gone.

A script of its own: `keeper.py SECONDS COMMAND...`. Its standard input is a pipe from the notebook's kernel. When that
pipe closes (the lesson is done, or the kernel was killed and could do nothing more) the command's group gets SIGTERM,
and SIGKILL if it has not gone after SECONDS. Prints the group's id first; leaves with the command's own exit code.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading


def end_group(child: subprocess.Popen[bytes], patience: float) -> None:
    """Ask the command's group to go, then make it."""
    tell_group(child.pid, signal.SIGTERM)
    tell_group(child.pid, signal.SIGCONT)  # a stopped process hears SIGTERM only once it continues
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(patience)
    tell_group(child.pid, signal.SIGKILL)  # whatever is left: a worker can outlive its master


def tell_group(group: int, number: int) -> None:
    # The group may be gone; macOS says PermissionError when only zombies are left in it.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def main(patience: float, command: list[str]) -> int:
    # Only the pipe ends it, so that the group is never left alone. (Handlers, unlike SIG_IGN, are not inherited.)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    try:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True)
    except OSError as error:
        sys.stderr.write(f"cannot start {command[0]}: {error.strerror}\n")
        return 127
    sys.stdout.write(f"{child.pid}\n")
    sys.stdout.flush()

    def wait_for_the_end() -> None:
        while os.read(0, 1024):
            pass
        end_group(child, patience)

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    code = child.wait()
    tell_group(child.pid, signal.SIGKILL)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))

"""Whether the server in this container answers: `python -I -S probe.py /healthz`.

It is run every few seconds in each container, so it loads next to nothing: a socket, and one line of the answer.
"""

import socket
import sys

SECONDS = 2.5  # less than the engine gives a check, so that it is we who say what is wrong


def status(path: str) -> str:
    """The status of the answer, such as 200; empty where it was no answer. Raises OSError where there is none."""
    with socket.create_connection(("127.0.0.1", 8000), SECONDS) as connection:
        connection.settimeout(SECONDS)
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode("ascii"))
        line = connection.makefile("rb").readline(1000).decode("latin-1").split()
    return line[1] if len(line) > 1 and line[0].startswith("HTTP/") else ""


def main(path: str) -> int:
    try:
        found = status(path)
    except OSError as error:
        sys.stdout.write(f"{path}: {error}\n")
        return 1
    if found != "200":
        sys.stdout.write(f"{path}: answered {found or 'no HTTP'}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

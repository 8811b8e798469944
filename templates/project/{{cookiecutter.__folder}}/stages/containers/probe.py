"""Whether the server in this container answers: `python -I -S probe.py /healthz`.

It is run every few seconds in each container, so it loads next to nothing: of `socket` only the part that is written in
C, which takes half the time to be there.
"""

import sys
from _socket import AF_INET, SOCK_STREAM, socket

PORT = 8000
SECONDS = 2.5  # less than the engine gives a check, so that it is we who say what is wrong


def first_line(path: str) -> list[str]:
    """The words that the answer begins with, such as HTTP/1.1 200 OK. Raises OSError where there is no answer."""
    connection = socket(AF_INET, SOCK_STREAM)
    try:
        connection.settimeout(SECONDS)
        connection.connect(("127.0.0.1", PORT))
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode("ascii"))
        return connection.recv(100).partition(b"\r\n")[0].decode("latin-1").split()
    finally:
        connection.close()


def main(path: str) -> int:
    try:
        words = first_line(path)
    except OSError as error:
        sys.stdout.write(f"{path}: {error}\n")
        return 1
    if words[1:2] != ["200"]:
        sys.stdout.write(f"{path}: answered {' '.join(words) or 'nothing'}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""What gunicorn does around a request; a project's `gunicorn.conf.py` imports it."""

from contextlib import suppress
from typing import Any

CHUNK = 64 * 1024  # bytes
# More than nginx lets through, 12 MiB. Who sends more than that to gunicorn itself gets the connection cut.
LARGEST_BODY = 16 * 2**20  # bytes


def post_request(worker: object, req: Any, environ: dict[str, Any], resp: object) -> None:
    """Read off what the application left unread of the body; gunicorn calls this after each answer.

    Whoever is refused before the body is read (no permit, no such page) has the answer before having sent all of it.
    gunicorn drains 64 KiB and hangs up, and nginx, still sending, may take the broken connection for the answer: 502.
    """
    left = LARGEST_BODY
    with suppress(OSError):  # whoever sent it has left
        while left > 0 and (read := len(req.body.read(CHUNK))):
            left -= read

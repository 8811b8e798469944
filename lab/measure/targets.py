"""What may be put under load: servers of this machine, that answer."""

from urllib.parse import urlsplit

import httpx2

from lab.errors import LabError

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def refuse_other_machines(url: str) -> None:
    """Raise LabError unless `url` is an address of this machine: other people's servers did not ask for a load."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise LabError(f"{url!r} is no address: it should look like http://127.0.0.1:8000/")
    if parts.hostname not in LOOPBACK:
        raise LabError(f"{parts.hostname} is not this machine: the lab loads only 127.0.0.1, for everybody's sake")


def must_answer(url: str, advice: str) -> None:
    """Raise LabError when nothing answers at `url`."""
    try:
        httpx2.get(url, timeout=5, trust_env=False)
    except httpx2.TransportError as error:
        raise LabError(f"nothing answers at {url} ({error}): {advice}") from error

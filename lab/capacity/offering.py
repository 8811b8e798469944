"""Offering a target a load: requests that arrive at given moments, sent by a process of their own."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lab.capacity.open_load import OpenLoad
from lab.errors import LabError
from lab.measure.targets import must_answer, refuse_other_machines
from lab.running import Process

SCRIPT = Path(__file__).with_name("generator.py")
MOST = 5_000
LONGEST = 120.0  # seconds
GRACE = 20.0  # seconds in which the generator must start and end

Target = Process | str


def offer(target: Target, arrivals: Sequence[float], *, path: str = "/", timeout: float = 30) -> OpenLoad:
    """Send a request at each of these moments, in seconds from now: `offer(server, arrivals(rate=20, seconds=3))`.

    `target` is a server that the lab started, or an address of this machine. A request that has no answer `timeout`
    seconds after it was due counts as an error. Raises LabError before anything is sent if nothing answers.
    """
    answers = _send(target, arrivals, path, timeout)
    errors = Counter(status for _, _, status in answers if not _is_good(status))
    times = [(over - due) * 1000 for due, over, _ in answers]
    return OpenLoad(seconds=max(over for _, over, _ in answers), times=times, errors=errors)


def measured_capacity(target: Target, requests: int, *, path: str = "/") -> float:
    """How many requests a second a target completes while its queue is not empty: `requests` of them come at once.

    The first and the last tenth of the answers do not count. Raises LabError if a request fails.
    """
    if requests < 20:
        raise LabError(f"a queue of {requests} says little about a rate: let at least 20 come at once")
    answers = _send(target, [0.0] * requests, path, timeout=LONGEST)
    if bad := sorted({status for _, _, status in answers if not _is_good(status)}):
        raise LabError(f"not all of {requests} requests that came at once were answered ({', '.join(bad)}): ask fewer")
    over = sorted(over for _, over, _ in answers)
    first, last = requests // 10, requests - 1 - requests // 10
    return (last - first) / (over[last] - over[first])


def _is_good(status: str) -> bool:
    return status.isdigit() and int(status) < 400


def _send(target: Target, due: Sequence[float], path: str, timeout: float) -> list[tuple[float, float, str]]:
    url = target if isinstance(target, str) else target.url
    refuse_other_machines(url)
    if not 0 < len(due) <= MOST or not 0 <= min(due) <= max(due) <= LONGEST:
        raise LabError(f"{len(due)} arrivals are not for here: from 1 to {MOST:,}, all of them within {LONGEST:g} s")
    must_answer(url, "start the server first")
    order: dict[str, Any] = {"url": url.rstrip("/") + path, "due": sorted(due), "timeout": timeout}
    command = [sys.executable, "-I", str(SCRIPT)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as sender:
        try:
            found, said = sender.communicate(json.dumps(order), timeout=max(due) + timeout + GRACE)
        except subprocess.TimeoutExpired as error:
            sender.kill()
            raise LabError("the requests did not come to an end and were stopped: offer fewer") from error
        except BaseException:
            sender.kill()
            raise
    if sender.returncode != 0:
        lines = said.strip().splitlines() or ["it ended without a word"]
        raise LabError(f"the load could not be offered: {lines[-1]}", detail="\n".join(lines[-8:-1]))
    return [(float(due), float(over), str(status)) for due, over, status in json.loads(found)]

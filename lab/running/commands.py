"""Any command, run beside a lesson."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from lab.errors import LabError
from lab.running.ports import answers
from lab.running.processes import Process


def process(
    command: Sequence[str] | str,
    *,
    ready_url: str = "",
    folder: Path | str | None = None,
    environment: Mapping[str, str] | None = None,
    seconds: float = 20,
) -> Process:
    """Run a command beside the lesson: `with lab.process("python manage.py runserver 8001", ready_url=...) as server:`

    With `ready_url`, waits until that address answers, at most `seconds`. `python` means the notebook's own.
    Raises LabError when the command cannot be started, dies, or does not answer in time.
    """
    words = shlex.split(command) if isinstance(command, str) else list(command)
    if words and words[0] in {"python", "python3"}:
        words[0] = sys.executable
    place = Path(folder) if folder is not None else None
    if place is not None and not place.is_dir():
        raise LabError(f"there is no folder {place}: make it before you run {words[0]} in it")
    parts = urlsplit(ready_url)
    if parts.port and answers(parts.port):
        raise LabError(f"port {parts.port} is taken by another process: stop that one, or choose another port")
    url = f"{parts.scheme}://{parts.netloc}" if ready_url else ""
    name = Path(words[0]).name + (f" {words[1]}" if len(words) > 1 else "")
    started = Process(words, url=url, folder=place, environment=environment, name=name)
    if started.pid is None:
        raise started.failure(f"{words[0]} could not be started")
    if not ready_url:
        return started
    try:
        return started.wait_ready(seconds, ready_url=ready_url)
    except BaseException:
        started.stop()
        raise

"""What a call of a service costs whoever calls, by permit and through an open door, measured by turns."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx2

from clever.acceptance.callers import certificates
from clever.runner.envfile import read_env
from clever.runner.ports import any_free

from .conftest import STAGE
from .running import Split

AS_IT_IS = "from split.{project}.settings import *\n"
OPEN = """from split.{project}.settings import *
from split.permitted import BY_PERMIT

MIDDLEWARE = [one for one in MIDDLEWARE if one not in BY_PERMIT]
"""


@contextmanager
def once_more(split: Split, project: str, settings: str, folder: Path, **variables: str) -> Iterator[str]:
    """A project of a stage that runs, once more: its code, its data, and `settings` that begin with its own. The URL.

    What is compared has to be started alike, so not with the stage's own: Linux shares out a busy machine by session.
    """
    name = folder.name
    folder.mkdir()
    (folder / f"{name}.py").write_text(settings.format(project=project), encoding="utf-8")
    url = f"http://127.0.0.1:{any_free(but_not=set())}"
    environment = {
        **os.environ,
        **read_env(split.folder.environment(project)),
        **variables,
        "DJANGO_SETTINGS_MODULE": name,
        "PYTHONPATH": str(folder),
        "BIND": url.removeprefix("http://"),
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", f"split.{project}.wsgi"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=STAGE, env=environment, stdout=log, stderr=log)
    try:
        split.until(lambda: _is_ready(url))
        yield url
    finally:
        server.terminate()
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def ratio(one: str, other: str, headers: Mapping[str, str], *, rounds: int, pairs: int) -> float:
    """How many times as long a call of `one` takes as a call of `other`.

    They take turns call by call, so that whatever else the machine does befalls both; who begins changes as well. A
    round's figure is of its medians, which a hiccup does not move, and of all rounds' it is the median again.
    """
    found = []
    with httpx2.Client(headers=headers, trust_env=False, timeout=30) as client:
        for number in range(rounds):
            taken: dict[str, list[float]] = {one: [], other: []}
            for pair in range(pairs):
                for url in (one, other) if (number + pair) % 2 else (other, one):
                    begun = time.perf_counter()
                    answer = client.get(url)
                    taken[url].append(time.perf_counter() - begun)
                    assert answer.status_code == 200, f"{url}: {answer.text}"
            found.append(median(taken[one]) / median(taken[other]))
    return median(found)


def _is_ready(url: str) -> bool:
    try:
        return httpx2.get(f"{url}/readyz", trust_env=False, verify=certificates(), timeout=5).status_code == 200
    except httpx2.HTTPError:
        return False

"""The process that plays the users: `driver.py ANSWER`, with the order as JSON on its standard input.

Once somebody was answered there is a file `begun` beside ANSWER, for whoever waits for that.

A script, so that locust comes before all else: gevent has to patch the interpreter before anything opens a socket.
"""

import gevent
from locust import User
from locust.env import Environment
from locust.exception import CatchResponseError

import importlib.util  # isort: skip  (after locust, which patches)
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any


def main(answer: Path) -> None:
    order = json.load(sys.stdin)
    user = scenario(Path(order["scenario"]), order)
    environment = Environment(user_classes=[user], stop_timeout=10)
    times: list[float] = []
    errors: Counter[str] = Counter()

    def keep(response_time: float, response: Any, exception: Exception | None, **_: Any) -> None:
        if not times:
            answer.with_name("begun").touch()
        times.append(response_time)
        if exception is not None:
            errors[name_of(exception, response)] += 1

    environment.events.request.add_listener(keep)
    runner = environment.create_local_runner()
    begun = time.perf_counter()
    runner.start(order["users"], spawn_rate=order["users"])
    end = begun + order["seconds"]
    while time.perf_counter() < end and (not times or runner.user_count):  # users leave when they have nothing to do
        gevent.sleep(0.05)
    runner.stop()  # lets requests under way finish, for at most stop_timeout
    measured = {"times": times, "errors": errors, "seconds": time.perf_counter() - begun}
    answer.write_text(json.dumps(measured), encoding="utf-8")


def scenario(path: Path, order: dict[str, Any]) -> type[User]:
    """The user class of a scenario file, pointed at its service and given its options."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path.name} is no scenario")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    [user] = [
        one for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, User) and one.__module__ == path.stem
    ]  # fmt: skip
    user.host = order["bases"].get(getattr(user, "service", ""), order["url"])
    prepare = getattr(user, "prepare", None)
    if prepare is not None:
        prepare(order)
    return user


def name_of(exception: Exception, response: Any) -> str:
    """A failed request's status, or how the connection failed."""
    status = getattr(response, "status_code", 0)
    if status and not isinstance(exception, CatchResponseError):
        return str(status)
    return str(exception) if isinstance(exception, CatchResponseError) else type(exception).__name__


if __name__ == "__main__":
    main(Path(sys.argv[1]))

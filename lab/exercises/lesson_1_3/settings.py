"""1.3.2: gunicorn's settings, as gunicorn itself reads them."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

AT_A_TIME = 12


MOST_PROCESSES = 4


BANK_SECONDS = 2


FRONT_KEEPS = 60


@exercise(
    "1.3.2",
    hints=(
        "Places are workers times threads, and only the class gthread has threads worth the name.",
        "nginx keeps a connection for 60 s. If gunicorn gives up first, nginx sends a request to a closed door.",
        "The names: worker_class, workers, threads, timeout, keepalive, bind. The last one may stay as it is.",
    ),
)
def gunicorn_settings(answer: Any) -> str:
    """a dictionary with gunicorn's settings, as they would stand in gunicorn.conf.py"""
    settings = _understood(answer)
    _expect_threads(settings.worker_class_str)
    if not 1 <= settings.workers <= MOST_PROCESSES:
        raise Wrong(f"There is memory for {MOST_PROCESSES} processes, and you start {settings.workers}.")
    places = settings.workers * settings.threads
    if places < AT_A_TIME:
        raise Wrong(
            f"{settings.workers} × {settings.threads} are {places} places, and {AT_A_TIME} guests may be at the bank "
            "at a time: the next one sees nothing of the café."
        )
    if settings.timeout <= BANK_SECONDS:
        never = "0 means never: a worker that hangs stays" if not settings.timeout else "less than the bank takes"
        raise Wrong(f"timeout is {settings.timeout} s, {never}.")
    if settings.keepalive <= FRONT_KEEPS:
        raise Wrong(
            f"keepalive is {settings.keepalive} s, and nginx keeps connections for {FRONT_KEEPS} s: it would send a "
            "request on one that gunicorn is just closing, and a guest would see a 502."
        )
    for host, _port in (one for one in _addresses(settings) if isinstance(one, tuple)):
        if host not in {"localhost", "::1"} and not host.startswith("127."):
            where = f"listens on {host}" if host else "names a port and no address, which is all of them"
            raise Wrong(f"bind {where}: whoever finds the port from the network walks past nginx.")
    return "Right. Six lines, and each has a reason that you can say aloud."


def _expect_threads(worker_class: str) -> None:
    if worker_class in {"gthread", "gunicorn.workers.gthread.ThreadWorker"}:
        return
    if worker_class == "sync":
        raise Wrong("The worker class is sync: it keeps no connection and has no threads.")
    raise Wrong(f"The worker class is {worker_class}, which this lesson has not tried: stay with gthread.")


def _addresses(settings: Any) -> Any:
    """Where gunicorn would listen: a pair of host and port for each address, or a text for a socket."""
    try:
        return settings.address
    except RuntimeError as error:
        raise Wrong(f"gunicorn cannot listen there: {error}") from error


def _understood(answer: Any) -> Any:
    """The answer as gunicorn itself reads it."""
    from gunicorn.config import Config

    if not isinstance(answer, Mapping):
        raise Wrong(f"Settings are a dictionary of names and values, and yours are {type(answer).__name__}.")
    settings = Config()
    for name, value in answer.items():
        try:
            settings.set(name, value)
        except AttributeError as error:
            raise Wrong(f"gunicorn has no setting {name!r}.") from error
        except (TypeError, ValueError) as error:
            raise Wrong(f"gunicorn refuses {name} = {value!r}: {error}") from error
    return settings

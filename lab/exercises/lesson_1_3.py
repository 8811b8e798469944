"""Checks for lesson 1.3, Serving it for real."""

import math
from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

PLACES = (  # rate, seconds, threads: all of it exact in binary, so that nobody fails for a rounding error
    (40, 0.25, 8),
    (8, 0.5, 4),
    (9, 0.5, 4),
    (100, 0.125, 1),
    (3, 2, 8),
    (0, 2, 8),
)
FREE = 0.5


@exercise(
    "1.3.1",
    hints=(
        "How many are inside at a time? Forty a second who stay a quarter of a second each are ten.",
        "Only half of the places may be taken, so there must be twice as many places as guests inside.",
        "A process has `threads` places. 2.1 processes are three: math.ceil. And none at all serves nobody.",
    ),
)
def processes_needed(answer: Any) -> str:
    """a function that takes rate, seconds and threads, and returns a number of processes"""
    for rate, seconds, threads in PLACES:
        inside = rate * seconds
        expected = max(1, math.ceil(inside / FREE / threads))
        got = answer(rate, seconds, threads)
        if isinstance(got, bool) or got != expected:
            raise Wrong(
                f"{rate} requests a second of {seconds:g} s each are {inside:g} at a time, so there should be "
                f"{inside / FREE:g} places: with {threads} threads each that is {expected} processes. You say {got!r}."
            )
        if not isinstance(got, int):
            raise Wrong(f"You return {got!r}: nobody starts half a process. math.ceil gives a whole number.")
    return "Right. Measure the seconds, count the guests, multiply: the rest is paying for memory."


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


NGINX, EDGE = "127.0.0.1", "10.0.0.2"
GUEST, LIE = "198.51.100.7", "203.0.113.9"
VISITS = (  # what happened, the peer, the header, who is trusted, who it was
    ("A guest comes straight to you and says nothing", GUEST, None, {NGINX}, GUEST),
    ("A guest comes by way of nginx", NGINX, GUEST, {NGINX}, GUEST),
    ("nginx itself asks whether you are well", NGINX, "", {NGINX}, NGINX),
    ("A guest comes straight to you and lies", GUEST, LIE, {NGINX}, GUEST),
    ("A guest lies to a proxy that adds to the header", NGINX, f"{LIE}, {GUEST}", {NGINX}, GUEST),
    ("A guest lies, with two proxies on the way", NGINX, f"{LIE}, {GUEST},{EDGE}", {NGINX, EDGE}, GUEST),
    ("A guest lies, and comes by way of one of the two", NGINX, f"{LIE}, {GUEST}", {NGINX, EDGE}, GUEST),
    ("A guest claims to be one of the proxies", NGINX, f"{EDGE}, {GUEST}", {NGINX, EDGE}, GUEST),
    ("One proxy asks through the other", NGINX, EDGE, {NGINX, EDGE}, EDGE),
)


@exercise(
    "1.3.3",
    hints=(
        "Only who is trusted may tell you about somebody else. Is the peer trusted?",
        "Each proxy adds on the right whom it saw. So the right end is the newest, and the left end anybody's guess.",
        "Make one list, [*claimed, peer], and go through it from the right: the first who is not trusted is the guest.",
    ),
)
def client_address(answer: Any) -> str:
    """a function that takes peer, forwarded and trusted, and returns an address"""
    for what, peer, forwarded, trusted, expected in VISITS:
        got = answer(peer, forwarded, set(trusted))
        if got != expected:
            raise Wrong(
                f"{what}: the peer is {peer}, X-Forwarded-For is {forwarded!r}, trusted are "
                f"{', '.join(sorted(trusted))}. That was {expected}, and you say {got!r}."
            )
    return "Right. Whoever bans, counts or bills by address can now use it."


FOR_EVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
KEPT = {
    "/static/notice/notice.3f2a9c0d1b4e.css": FOR_EVER,
    "/static/link/copy.0123456789ab.js": FOR_EVER,
    "/static/notice/notice.css": ASK_FIRST,
    "/static/vendor/jquery.min.js": ASK_FIRST,
    "/static/photo.20261125.jpg": ASK_FIRST,
    "/static/photo.cappuccinos1.jpg": ASK_FIRST,  # twelve, and not hexadecimal
    "/static/notice.3f2a9c0d1b4e.old/notice.css": ASK_FIRST,  # a folder's name
    "/guests/static/notice.3f2a9c0d1b4e.css": ASK_FIRST,
    "/board/": ASK_FIRST,
    "/l/summer.3f2a9c0d1b4e.css": ASK_FIRST,
    "/static/robots.txt": ASK_FIRST,
}


@exercise(
    "1.3.4",
    hints=(
        "Two questions: is it under /static/, and does the name hold a hash?",
        r"A regular expression says both: a dot, twelve of [0-9a-f], and a dot.",
        "re.fullmatch looks at the whole path, so a hash somewhere in the middle of something else does not count.",
    ),
)
def cache_control(answer: Any) -> str:
    """a function that takes a path and returns the value of Cache-Control"""
    for path, expected in KEPT.items():
        got = answer(path)
        if got not in (FOR_EVER, ASK_FIRST):
            raise Wrong(f"For {path} you return {got!r}: it should be {FOR_EVER!r} or {ASK_FIRST!r}.")
        if got != expected:
            because = (
                "its name holds the hash of what is in it, and will never mean anything else"
                if expected == FOR_EVER
                else "tomorrow the same address may answer something else, and browsers would not ask for a year"
            )
            raise Wrong(f"For {path} it should be {expected!r}: {because}. You return {got!r}.")
    return "Right. For ever is for names that cannot change their mind."

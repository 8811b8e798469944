"""1.6.4: alive, and ready."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_1_6.saying import short


class _Engine:
    """A database or a cache that is there or away, and counts how often it was asked."""

    def __init__(self, *, away: bool) -> None:
        self.away = away
        self.asked = 0

    def __call__(self) -> None:
        self.asked += 1
        if self.away:
            raise ConnectionRefusedError("nobody answers")


@exercise(
    "1.6.4",
    hints=(
        "Would starting this process anew bring the database back? Then do not ask for it in /healthz.",
        "try and except around each of the two by itself, so that one does not hide the other.",
        "Only the database decides about the status of /readyz: 200 or 503.",
    ),
)
def probe(answer: Any) -> str:
    """a function that takes a path and two functions, and returns a status and a dictionary"""
    for database_away in (False, True):
        for cache_away in (False, True):
            case = _case(database_away, cache_away)
            for path in ("/healthz", "/readyz"):
                database, cache = _Engine(away=database_away), _Engine(away=cache_away)
                status, said = _probed(answer, path, database, cache, case)
                if path == "/healthz":
                    _expect_alive(status, said, database.asked + cache.asked, case)
                else:
                    _expect_ready(status, said, database, cache, case)
    return "Right. A restart for what a restart cures, and patience for the rest."


def _case(database_away: bool, cache_away: bool) -> str:
    away = [name for name, is_away in (("the database", database_away), ("the cache", cache_away)) if is_away]
    return f"with {' and '.join(away)} away" if away else "with everything there"


def _probed(answer: Any, path: str, database: _Engine, cache: _Engine, case: str) -> tuple[Any, Any]:
    try:
        got = answer(path, database, cache)
    except ConnectionRefusedError as error:
        raise Wrong(f"Asked for {path} {case}, your function raised: whoever asks gets a 500, and no word.") from error
    if not isinstance(got, tuple) or len(got) != 2:
        raise Wrong(f"Asked for {path} {case}, a status and a dictionary are wanted, and you returned {short(got)}.")
    return got


def _expect_alive(status: Any, said: Any, asked: int, case: str) -> None:
    if asked:
        raise Wrong(f"/healthz asked the database or the cache {case}. A program that waits for them looks dead.")
    if (status, said) != (200, {}):
        raise Wrong(f"/healthz is 200 and {{}} {case}: the process is alive. Yours is {status} and {short(said)}.")


def _expect_ready(status: Any, said: Any, database: _Engine, cache: _Engine, case: str) -> None:
    found = {"database": "away" if database.away else "ok", "cache": "away" if cache.away else "ok"}
    wanted = 503 if database.away else 200
    if status != wanted:
        why = "it cannot work" if database.away else "it can work"
        raise Wrong(f"/readyz is {wanted} {case}, since {why}. Yours is {short(status)}.")
    if said != found:
        raise Wrong(f"/readyz says {found} {case}, and yours says {short(said)}.")
    if not (database.asked and cache.asked):
        raise Wrong(f"{case.capitalize()}, /readyz did not ask both of them: how does it know?")

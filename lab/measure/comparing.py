"""Comparing by turns, because a machine is never equally fast twice."""

import random
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any

import httpx2

from lab.errors import LabError
from lab.measure.comparison import Comparison
from lab.measure.targets import refuse_other_machines

Side = Callable[[], Any] | str


def compare(
    sides: Mapping[str, Side],
    *,
    rounds: int = 7,
    seconds: float = 0.2,
    baseline: str | None = None,
    of: str = "time",
    unit: str = "ms",
) -> Comparison:
    """Measure several ways side by side: `lab.compare({"view": url_a, "ninja": url_b})`.

    A side is an address of this machine, or a function without arguments. In each of `rounds` rounds every side has
    its turn of `seconds`, in an order that changes from round to round and is the same in every run: what slows the
    machine for a while slows all of them. A side's value in a round is the median time of one call, in ms.

    With `of="result"` each turn calls the function once, and its result is the number compared, in `unit`.
    `baseline` is the side that the others are held against, the first unless named.
    """
    if len(sides) < 2:
        raise LabError("compare needs at least two sides: give it a dictionary of names and functions or addresses")
    if baseline is not None and baseline not in sides:
        raise LabError(f"there is no side {baseline!r} to compare with: the sides are {', '.join(sides)}")
    if of not in {"time", "result"}:
        raise LabError(f'compare cannot measure {of!r}: of is "time" or "result"')
    if rounds < 1 or seconds <= 0:
        raise LabError(f"compare cannot measure {rounds} rounds of {seconds} s: both must be above zero")
    with httpx2.Client(timeout=10, trust_env=False) as client:
        turns = {name: _turn(name, side, client, seconds, of) for name, side in sides.items()}
        measured: dict[str, list[float]] = {name: [] for name in sides}
        for number in range(rounds):
            for name in _order(list(sides), number):
                measured[name].append(turns[name]())
    return Comparison(measured, baseline=baseline or next(iter(sides)), unit=unit if of == "result" else "ms")


def _order(names: list[str], number: int) -> list[str]:
    """The order of a round: shuffled, but always alike, so that a run can be repeated."""
    shuffled = list(names)
    random.Random(number).shuffle(shuffled)  # noqa: S311 (an order of turns, no secret)
    return shuffled


def _turn(name: str, side: Side, client: httpx2.Client, seconds: float, of: str) -> Callable[[], float]:
    """A function that gives this side its turn and returns the measured value. The first call is not counted."""
    call = _fetching(name, side, client) if isinstance(side, str) else _calling(name, side)
    if of == "result":
        return lambda: _number(name, call())
    call()
    return lambda: _median_ms(call, seconds)


def _median_ms(call: Callable[[], Any], seconds: float) -> float:
    """The median time of one call during a turn, in ms. A turn is at least one call."""
    times: list[float] = []
    end = time.perf_counter() + seconds
    while True:
        before = time.perf_counter()
        call()
        after = time.perf_counter()
        times.append((after - before) * 1000)
        if after >= end:
            return median(times)


def _fetching(name: str, url: str, client: httpx2.Client) -> Callable[[], None]:
    refuse_other_machines(url)

    def fetch() -> None:
        try:
            answer = client.get(url)
        except httpx2.TransportError as error:
            raise LabError(f"{name} does not answer at {url} ({error}): start it before you compare") from error
        if answer.status_code >= 400:
            raise LabError(f"{name} answers {answer.status_code} at {url}: mend that first, an error is quick to send")

    return fetch


def _calling(name: str, side: Callable[[], Any]) -> Callable[[], Any]:
    def call() -> Any:
        try:
            return side()
        except LabError:
            raise
        except Exception as error:
            raise LabError(f"{name} raised {type(error).__name__} while it was measured: {error}") from error

    return call


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LabError(f"{name} returned {type(value).__name__}: with of='result' a side returns the number measured")
    return float(value)

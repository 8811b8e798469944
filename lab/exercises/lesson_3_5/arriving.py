"""3.5.1: from people who installed a game to requests a second."""

from math import isclose
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_3_5.numbers import number

CASES = [
    ("5,000,000 installed, 20 % of them on a day, 60 requests each, 10 % of all in one hour", (5e6, 0.2, 60, 0.1)),
    ("5,000,000 installed, 4 % of them on a day, 60 requests each, 25 % of all in one hour", (5e6, 0.04, 60, 0.25)),
    ("3,600 installed, all of them on a day, 1 request each, all in one hour", (3600, 1, 1, 1)),
    ("nobody who installed it", (0, 0.2, 60, 0.1)),
]


@exercise(
    "3.5.1",
    hints=(
        "How many requests are there on a whole day? Then: how many of those come in the busiest hour?",
        "That hour has 3,600 seconds, however long the day is.",
    ),
)
def peak(answer: Any) -> str:
    """a function of two counts and two shares, which returns requests a second"""
    for what, (installed, daily, requests, busiest) in CASES:
        got = number(answer(installed, daily, requests, busiest), what)
        day = installed * daily * requests
        wanted = day * busiest / 3600
        if isclose(got, wanted, rel_tol=1e-6, abs_tol=1e-9):
            continue
        said = f"With {what}, {wanted:,.6g} requests a second are wanted. You say {got:,.6g}."
        if isclose(got, day / 86_400, rel_tol=0.01):
            said += " That is the average of the day, nights included."
        elif isclose(got, day * busiest / 86_400, rel_tol=0.01):
            said += " You took the requests of one hour, and divided them by the seconds of a day."
        elif daily and isclose(got, wanted / daily, rel_tol=0.01):
            said += " So you let everybody play who has ever installed it."
        raise Wrong(said)
    return "Right. And each of the four figures is a guess: write down whose."

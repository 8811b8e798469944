"""A plot of an outage: what came of the requests of each moment."""

import math
from collections.abc import Sequence
from typing import Any

from lab.display.numbers import short
from lab.display.svg import INK, SERIES, new_figure, to_svg
from lab.fault.answers import Answer, longest_gap

MOMENTS = 60
"""Bars in the plot, at most: so few that each can be seen, however many requests there were."""


def timeline(answers: Sequence[Answer], *, title: str) -> str:
    """A bar for each moment: its answered requests, and the failed ones on top. Time counts from the fault."""
    begin, width = _moments(answers)
    moments = [int((one.sent - begin) / width) for one in answers]
    answered, failed = ([0] * (max(moments, default=0) + 1) for _ in range(2))
    for one, moment in zip(answers, moments, strict=True):
        (failed if one.failed else answered)[moment] += 1
    places = [begin + (number + 0.5) * width for number in range(len(answered))]
    with new_figure(1.9) as figure:
        axes = figure.add_subplot()
        axes.bar(places, answered, width=width * 0.85, color=SERIES[0], label="answered")
        # Hatched as well: the two can be told apart without their colours.
        look: dict[str, Any] = {"color": SERIES[1], "edgecolor": INK, "linewidth": 0, "hatch": "///"}
        axes.bar(places, failed, width=width * 0.85, bottom=answered, label="failed", **look)
        axes.axvline(0, color=INK, linewidth=1, linestyle="--")
        axes.set_xlabel("seconds since the fault")
        axes.set_ylabel("requests")
        figure.legend(loc="outside upper left", ncols=2)
        said = (
            f"{len(answers):,} requests, {sum(failed):,} failed; "
            f"the longest time without a good answer: {short(longest_gap(answers))} s"
        )
        return f'<div class="lab-plot">{to_svg(figure, title=title, description=said)}</div>'


def _moments(answers: Sequence[Answer]) -> tuple[float, float]:
    """When the first moment begins, and how long each is: as long as a whole number of requests, so that all bars of a
    steady rate are alike.
    """
    if len(answers) < 2:
        return (answers[0].sent - 0.5 if answers else 0.0), 1.0
    sent = sorted(one.sent for one in answers)
    period = (sent[-1] - sent[0]) / (len(sent) - 1) or 1.0
    # Half a period earlier: each request then lies in the middle of its place, and no rounding moves it out.
    return sent[0] - period / 2, period * math.ceil(len(sent) / MOMENTS)

"""A plot of a roll call: a row for each feature, a mark for each request."""

from collections.abc import Mapping, Sequence
from typing import Any

from lab.display.svg import SERIES, new_figure, to_svg
from lab.fault.answers import Answer


def rows(answers: Mapping[str, Sequence[Answer]], *, title: str) -> str:
    """Answered requests are ticks, failed ones crosses, so the two can be told apart without their colours."""
    with new_figure(0.8 + 0.27 * len(answers)) as figure:
        axes = figure.add_subplot()
        looks: list[tuple[bool, str, dict[str, Any]]] = [
            (False, "answered", {"marker": "|", "color": SERIES[0]}),
            (True, "failed", {"marker": "x", "color": SERIES[1]}),
        ]
        for failed, label, look in looks:
            found = [(one.sent, row) for row, its in enumerate(answers.values()) for one in its if one.failed is failed]
            times, places = zip(*found, strict=True) if found else ((), ())
            axes.plot(times, places, linestyle="none", markersize=6, label=label, **look)
        axes.set_yticks(range(len(answers)), list(answers))
        axes.set_ylim(len(answers) - 0.5, -0.5)
        axes.set_xlabel("seconds")
        axes.tick_params(axis="y", length=0)
        figure.legend(loc="outside upper left", ncols=2)
        said = "; ".join(
            f"{name}: {sum(one.failed for one in its)} of {len(its)} failed" for name, its in answers.items()
        )
        return f'<div class="lab-plot">{to_svg(figure, title=title, description=said)}</div>'

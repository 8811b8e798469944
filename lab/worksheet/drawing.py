"""Drawing a map: an area for each stage, and a dot for you."""

from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from lab.display.svg import INK, SERIES, new_figure, to_svg
from lab.worksheet.arrangements import STAGES
from lab.worksheet.inputs import plain

if TYPE_CHECKING:
    from matplotlib.axis import Axis

    from lab.worksheet.mapping import Map

COLOURS = dict(zip(STAGES, (*SERIES, "#8a6bbf"), strict=True))
HATCHES = dict(zip(STAGES, ("", "///", "...", "xxx"), strict=True))
"""Who does not tell the colours apart sees the strokes."""


def drawn(one: "Map") -> str:
    """The map as HTML."""
    from matplotlib.patches import Patch

    with new_figure(3.4) as figure:
        axes = figure.add_subplot()
        across, up = _edges(one.columns), _edges(one.rows)
        for first, last, left, right, stage in _rectangles(one.cells):
            span = (across[left], across[right] - across[left])
            height = (up[first], up[last] - up[first])
            axes.broken_barh([span], height, antialiased=False, **_look(stage))
        axes.plot(*one.here, "o", color=INK, markersize=8, fillstyle="none", markeredgewidth=2)
        axes.plot(*one.here, "o", color=INK, markersize=2)
        axes.annotate("you", one.here, (9, 5), textcoords="offset points", weight="bold")
        for scale, place, limits in ((axes.set_xscale, one.here[0], across), (axes.set_yscale, one.here[1], up)):
            if place > 0 and limits[0] > 0:
                scale("log")
        axes.set_xlim(across[0], across[-1])
        axes.set_ylim(up[0], up[-1])
        _plain(axes.xaxis)
        _plain(axes.yaxis)
        axes.set_xlabel(one.x.name)
        axes.set_ylabel(one.y.name)
        patches = [Patch(**_look(stage), label=stage) for stage in one.shares]
        figure.legend(handles=patches, loc="outside upper left", ncols=2)
        said = "; ".join(f"{stage} on {share:.0%} of it" for stage, share in one.shares.items())
        svg = to_svg(figure, title=f"The answer by {one.x.name} and {one.y.name}", description=f"{one.title()}. {said}")
    axes_said = "; ".join(f"{each.name}: {each.what}" for each in (one.x, one.y))
    return f'<div class="lab-plot">{svg}</div><p class="lab-note">{escape(one.title())}. ({escape(axes_said)}.)</p>'


def _look(stage: str) -> dict[str, Any]:
    """Pale, so that the page's ink is read on it, by day and by night."""
    return {"facecolor": (COLOURS[stage], 0.5), "edgecolor": (INK, 0.45), "hatch": HATCHES[stage], "linewidth": 0}


def _edges(values: list[float]) -> list[float]:
    """The borders between values, and one before and after."""
    inner = [(one + other) / 2 for one, other in pairwise(values)]
    return [values[0], *inner, values[-1]]


def _rectangles(cells: list[list[str]]) -> Iterator[tuple[int, int, int, int, str]]:
    """First and last row, left and right column, and the stage of each area: rows that are alike are drawn as one."""
    row = 0
    for alike, rows in groupby(cells):
        last = row + len(list(rows))
        column = 0
        for stage, run in groupby(alike):
            right = column + len(list(run))
            yield row, last, column, right, stage
            column = right
        row = last


def _plain(axis: "Axis") -> None:
    from matplotlib.ticker import FuncFormatter, NullFormatter

    axis.set_major_formatter(FuncFormatter(lambda value, _: plain(value)))
    axis.set_minor_formatter(NullFormatter())

"""The lab's few plots. Each returns HTML; the table beside it says the same in text."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from lab.display.numbers import short, with_unit
from lab.display.svg import INK, SERIES, new_figure, to_svg

if TYPE_CHECKING:
    from matplotlib.axis import Axis

Curve = Callable[[float], float]
"""From a percentage of requests to the ms within which they were answered."""


class Measured(Protocol):
    """A value, with the lowest and the highest of the measurements behind it."""

    low: float
    high: float

    def __float__(self) -> float: ...


def bars(values: Mapping[str, Measured], *, unit: str, title: str) -> str:
    """A bar for each value, with a line from its lowest to its highest measurement."""
    names = list(values)
    with new_figure(0.75 + 0.42 * len(names)) as figure:
        axes = figure.add_subplot()
        for row, name in enumerate(names):
            value = values[name]
            axes.barh(row, float(value), height=0.5, color=SERIES[0] if row == 0 else SERIES[1])
            axes.plot([value.low, value.high], [row, row], color=INK, linewidth=1.4)
            end = (max(float(value), value.high), row)
            axes.annotate(short(float(value)), end, (6, 0), textcoords="offset points", va="center")
        axes.set_yticks(range(len(names)), names)
        axes.invert_yaxis()
        axes.set_xlim(0, max(max(float(one), one.high) for one in values.values()) * 1.18 or 1)
        axes.set_xlabel(unit)
        axes.tick_params(axis="y", length=0)
        said = "; ".join(f"{name} {with_unit(float(one), unit)}" for name, one in values.items())
        return _plot(to_svg(figure, title=title, description=said))


def percentiles(curves: Mapping[str, Curve], *, title: str) -> str:
    """For each load its curve: what share of its requests was answered within so many ms."""
    with new_figure(2.3) as figure:
        axes = figure.add_subplot()
        for (name, within), colour in zip(curves.items(), _colours(len(curves)), strict=True):
            shares = [*range(0, 100), *(99 + step / 10 for step in range(10))]
            axes.plot([within(share) for share in shares], shares, color=colour, linewidth=1.8, label=name)
            for share in (50, 95, 99):
                axes.plot(within(share), share, "o", color=colour, markersize=4)
        axes.set_xscale("log")
        _plain_ticks(axes.xaxis)
        axes.set_xlabel("answered within so many ms")
        axes.set_ylabel("of all requests")
        axes.set_yticks([0, 50, 95], ["0 %", "50 %", "95 %"])
        axes.grid(axis="y")
        if len(curves) > 1:
            axes.legend(loc="lower right")
        said = "; ".join(
            f"{name}: half within {short(within(50))} ms, 95 % within {short(within(95))} ms, "
            f"99 % within {short(within(99))} ms"
            for name, within in curves.items()
        )
        return _plot(to_svg(figure, title=title, description=said))


def pairs(rows: Sequence[tuple[str, float, float]], *, first: str, second: str, title: str) -> str:
    """Two dots in each row, joined: what was expected, and what came. Only values above zero can be drawn."""
    with new_figure(0.95 + 0.36 * len(rows)) as figure:
        axes = figure.add_subplot()
        for number, (_, one, other) in enumerate(rows):
            axes.plot([one, other], [number, number], color=INK, linewidth=0.8, alpha=0.5)
        order = range(len(rows))
        axes.plot([row[1] for row in rows], order, "o", color=SERIES[1], markersize=7, fillstyle="none", label=first)
        axes.plot([row[2] for row in rows], order, "o", color=SERIES[0], markersize=7, label=second)
        axes.set_xscale("log")
        _plain_ticks(axes.xaxis)
        axes.set_yticks(order, [row[0] for row in rows])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlabel("each in its own unit")
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="y")
        figure.legend(loc="outside upper left", ncols=2)
        said = "; ".join(f"{name}: {first} {short(one)}, {second} {short(other)}" for name, one, other in rows)
        return _plot(to_svg(figure, title=title, description=said))


def curves(
    lines: Mapping[str, Sequence[tuple[float, float]]],
    dots: Sequence[tuple[float, float]],
    *,
    of_lines: str,
    of_dots: str,
    x: str,
    y: str,
    title: str,
) -> str:
    """Lines with their names at their ends, and dots that lie on them or do not. Both axes are logarithmic."""
    with new_figure(2.9) as figure:
        axes = figure.add_subplot()
        for number, (name, points) in enumerate(lines.items()):
            label = of_lines if number == 0 else None
            axes.plot(*zip(*points, strict=True), color=SERIES[1], linewidth=1.6, label=label)
            above = 4 if number % 2 == 0 else 14  # names of lines that end side by side
            axes.annotate(name, points[-1], (0, above), textcoords="offset points", ha="center")
        axes.plot(*zip(*dots, strict=True), "o", color=SERIES[0], markersize=6, label=of_dots, zorder=3)
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.margins(y=0.12)
        _plain_ticks(axes.xaxis)
        _plain_ticks(axes.yaxis)
        axes.set_xlabel(x)
        axes.set_ylabel(y)
        axes.grid(axis="y")
        figure.legend(loc="outside upper left", ncols=2)
        said = "; ".join(f"{of_dots} at {short(one)} {x}: {y} {short(other)}" for one, other in dots)
        return _plot(to_svg(figure, title=title, description=said))


def _plain_ticks(axis: "Axis") -> None:
    """Ticks of a logarithmic axis as plain numbers, few of them."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter, NullLocator

    low, high = sorted(axis.get_view_interval())
    decades = 1 if low <= 0 else high / low
    axis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0) if decades < 300 else (1.0,)))
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axis.set_minor_locator(NullLocator())
    axis.set_minor_formatter(NullFormatter())


def _colours(count: int) -> list[str]:
    if count > len(SERIES):
        raise ValueError(f"{count} curves in one plot: at most {len(SERIES)} can be told apart")
    return list(SERIES[:count])


def _plot(svg: str) -> str:
    return f'<div class="lab-plot">{svg}</div>'

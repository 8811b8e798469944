"""Matplotlib's drawing as inline SVG that takes its ink from the page around it."""

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK = "#0a0b0c"
"""Stands for `currentColor`, which matplotlib does not know. Nothing else may use it."""

SERIES = ("#2f81c7", "#c2661a", "#2e9468")
"""Mid-tones: each has a contrast of at least 3:1 on white and on #111."""

WIDTH = 4.4
"""Inches. Narrow, so that the text is still readable when a telephone shrinks the figure."""

STYLE = Path(__file__).with_name("lab.mplstyle")


@contextmanager
def new_figure(height: float) -> Iterator["Figure"]:
    """A figure of the lab's width and `height` inches. It belongs to nobody else: pyplot is not involved."""
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(fname=STYLE):
        yield Figure(figsize=(WIDTH, height), layout="constrained")


def to_svg(figure: "Figure", *, title: str, description: str) -> str:
    """The figure as one `<svg>` element. Must be called within `new_figure`.

    `title` and `description` are what a screen reader says in its place.
    """
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    return _for_a_page(out.getvalue(), title, description)


def _for_a_page(svg: str, title: str, description: str) -> str:
    body = svg[svg.index("<svg") :]
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', body)
    if box is None:
        raise ValueError("matplotlib drew an SVG without a viewBox")
    inner = body[body.index(">", body.index("<svg")) + 1 : body.rindex("</svg>")]
    inner = re.sub(r"<metadata>.*?</metadata>", "", inner, flags=re.DOTALL)
    # This rule would apply to every element of the page the figure stands on; the root's own style replaces it.
    inner = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", inner, flags=re.DOTALL)
    inner = inner.replace(INK, "currentColor")
    inner = re.sub(r"font(-family)?: ([\d.]+px )?'?DejaVu Sans'?, sans-serif", _plain_font, inner)
    inner = re.sub(r"\s*\n\s*", "\n", inner).strip()
    own = "lab-" + hashlib.sha256((inner + title).encode()).hexdigest()[:10]
    inner = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{own}-", inner)
    width, height = float(box[1]) * 4 / 3, float(box[2]) * 4 / 3  # points to CSS pixels
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
        f'viewBox="0 0 {box[1]} {box[2]}" aria-labelledby="{own}-title {own}-desc" '
        f'style="width:100%;max-width:{width:.0f}px;height:auto;aspect-ratio:{width:.0f}/{height:.0f};'
        f'stroke-linejoin:round;stroke-linecap:butt">'
        f'<title id="{own}-title">{escape(title)}</title><desc id="{own}-desc">{escape(description)}</desc>\n'
        f"{inner}</svg>"
    )


def _plain_font(match: re.Match[str]) -> str:
    return f"font{match[1] or ''}: {match[2] or ''}sans-serif"

"""An output as a notebook holds it, shown once more: within another output, or on a page."""

from collections.abc import Mapping
from html import escape
from typing import Any

# The richest form first, of those that a page can hold.
PREFERRED = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/plain")

type Output = Mapping[str, Any]


def as_html(output: Output) -> str:
    """The richest form of an output that a page can hold; empty for one that shows nothing."""
    if output["output_type"] in ("stream", "error"):
        return _pre(as_text(output))
    kind = next((kind for kind in PREFERRED if kind in output["data"]), None)
    if kind is None:
        return ""
    content = output["data"][kind]
    if kind in ("image/png", "image/jpeg"):
        return f'<img alt="" src="data:{kind};base64,{"".join(content.split())}">'
    return _pre(content) if kind == "text/plain" else content


def as_text(output: Output) -> str:
    """The plain form of an output, with a terminal's colours where it has them; empty where it has no plain form."""
    if output["output_type"] == "stream":
        return output["text"].rstrip()
    if output["output_type"] == "error":
        return "\n".join(output["traceback"])
    return output["data"].get("text/plain", "")


def _pre(text: str) -> str:
    return f'<pre class="cell-text">{_coloured(text.rstrip())}</pre>' if text.strip() else ""


def _coloured(text: str) -> str:
    """The text as HTML, a terminal's colours turned into classes."""
    if "\x1b" not in text:
        return escape(text, quote=False)
    from nbconvert.filters import ansi2html  # takes a second to import, and hardly anything has colours

    return ansi2html(text)

"""What a cell put out, as HTML that can stand in the middle of Markdown."""

import re
from collections.abc import Iterator

from nbconvert.filters import ansi2html
from nbformat import NotebookNode

# The richest form first, of those that a page can hold.
PREFERRED = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/plain")

_STYLE = re.compile(r"<style\b[^>]*>.*?</style>", re.DOTALL)


class Outputs:
    """Turns outputs into blocks of one page. A style sheet that many outputs carry is kept once a page."""

    def __init__(self) -> None:
        self._styles: set[str] = set()

    def blocks(self, outputs: list[NotebookNode]) -> Iterator[str]:
        """A line of HTML for each output that shows anything."""
        for output in outputs:
            shown = self._of(output)
            if _is_visible(shown):
                yield one_line(f'<div class="cell-output">{shown}</div>')

    def _of(self, output: NotebookNode) -> str:
        if output.output_type == "stream":
            return _text(output.text)
        if output.output_type == "error":
            return _text("\n".join(output.traceback))
        kind = next((kind for kind in PREFERRED if kind in output.data), None)
        if kind is None:
            return ""
        content = output.data[kind]
        if kind == "text/plain":
            return _text(content)
        if kind in ("image/png", "image/jpeg"):
            return f'<img alt="" src="data:{kind};base64,{"".join(content.split())}">'
        return _STYLE.sub(self._once, content)

    def _once(self, style: re.Match[str]) -> str:
        if style.group() in self._styles:
            return ""
        self._styles.add(style.group())
        return style.group()


def _is_visible(block: str) -> bool:
    """A progress bar that was cleared leaves tags without anything in them."""
    return bool(re.sub(r"<[^>]*>", "", _STYLE.sub("", block)).strip()) or bool(re.search(r"<(img|svg)\b", block))


def _text(text: str) -> str:
    return f'<pre class="cell-text">{ansi2html(text.rstrip())}</pre>' if text.strip() else ""


def one_line(block: str) -> str:
    """The same HTML without line breaks: Markdown would end a block at an empty line.

    In a style sheet a line break means nothing; everywhere else a character reference keeps it.
    """
    styled = _STYLE.sub(lambda style: " ".join(style.group().split()), block)
    return styled.replace("\n", "&#10;").replace("\r", "")

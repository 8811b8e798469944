"""What a cell put out, as HTML that can stand in the middle of Markdown."""

import re
from collections.abc import Iterator

from nbformat import NotebookNode

from lab.display.outputs import as_html

_STYLE = re.compile(r"<style\b[^>]*>.*?</style>", re.DOTALL)


class Outputs:
    """Turns outputs into blocks of one page. A style sheet that many outputs carry is kept once a page."""

    def __init__(self) -> None:
        self._styles: set[str] = set()

    def blocks(self, outputs: list[NotebookNode]) -> Iterator[str]:
        """A line of HTML for each output that shows anything."""
        for output in outputs:
            shown = _STYLE.sub(self._once, as_html(output))
            if _is_visible(shown):
                yield one_line(f'<div class="cell-output">{shown}</div>')

    def _once(self, style: re.Match[str]) -> str:
        if style.group() in self._styles:
            return ""
        self._styles.add(style.group())
        return style.group()


def _is_visible(block: str) -> bool:
    """A progress bar that was cleared leaves tags without anything in them."""
    return bool(re.sub(r"<[^>]*>", "", _STYLE.sub("", block)).strip()) or bool(re.search(r"<(img|svg)\b", block))


def one_line(block: str) -> str:
    """The same HTML without line breaks: Markdown would end a block at an empty line.

    In a style sheet a line break means nothing; everywhere else a character reference keeps it.
    """
    styled = _STYLE.sub(lambda style: " ".join(style.group().split()), block)
    return styled.replace("\n", "&#10;").replace("\r", "")

"""Lessons link to one another's chapters; a notebook must link to notebooks, a page to pages."""

import re
from collections.abc import Callable

_LINK = re.compile(r"(\]\()(?!\w+:|/|#)([^)\s#]+)\.md(#[^)\s]*)?(\))")
_FENCE = re.compile(r"^(```+|~~~+).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)


def to_notebooks(markdown: str) -> str:
    """Relative links to chapters (`.md`) as links to notebooks (`.ipynb`); an anchor means nothing there."""
    return outside_fences(markdown, lambda prose: _LINK.sub(r"\1\2.ipynb\4", prose))


def outside_fences(markdown: str, change: Callable[[str], str]) -> str:
    """Apply a change to prose and leave fenced code alone."""
    pieces, end = [], 0
    for fence in _FENCE.finditer(markdown):
        pieces += [change(markdown[end : fence.start()]), fence.group()]
        end = fence.end()
    return "".join([*pieces, change(markdown[end:])])

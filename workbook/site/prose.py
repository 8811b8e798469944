"""The prose of lessons is read by JupyterLab and by Python-Markdown, which disagree about a few things."""

import re

from workbook.links import outside_fences

# CommonMark lets a list follow a paragraph directly; Python-Markdown takes it for more of the paragraph.
_LIST_AFTER_TEXT = re.compile(r"^(?!\s*(?:[-*+]|\d+[.)])\s|\s*[>|#])(\S.*)\n(?=(?:[-*+]|1[.)])\s)", re.MULTILINE)


def for_the_site(markdown: str) -> str:
    """The same prose as Python-Markdown must be told it."""
    return outside_fences(markdown, lambda prose: _LIST_AFTER_TEXT.sub(r"\1\n\n", prose))

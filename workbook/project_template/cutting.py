"""Parts of a text that go: lines, blocks by their indentation, and paragraphs."""

import re
from itertools import batched

COMMENTS = ("#", ";", "//")
CLOSING = ("}", "]", ")")


def without_lines(text: str, pattern: re.Pattern[str]) -> str:
    """Without the lines in which the pattern is found."""
    return "".join(line for line in text.splitlines(keepends=True) if not pattern.search(line))


def without_blocks(text: str, pattern: re.Pattern[str]) -> str:
    """Without each line in which the pattern is found, what is indented more below it, and the comment above it.

    A bracket that closes the block at the depth of its first line belongs to it. Of blank lines on both sides one
    stays, and none at the end of the text.
    """
    lines, kept, at = text.splitlines(keepends=True), list[str](), 0
    while at < len(lines):
        if not pattern.search(lines[at]):
            kept.append(lines[at])
            at += 1
            continue
        depth = _depth(lines[at])
        while kept and kept[-1].lstrip().startswith(COMMENTS) and _depth(kept[-1]) == depth:
            kept.pop()
        at = _end_of_block(lines, at)
        if kept and kept[-1].strip():
            continue
        if at < len(lines) and not lines[at].strip():
            at += 1
        elif kept and at == len(lines):
            kept.pop()
    return "".join(kept)


def without_paragraphs(text: str, pattern: re.Pattern[str]) -> str:
    """Without what stands between two blank lines, where the pattern is found in it."""
    parts = ["", *re.split(r"(?<=\n)(\n+)(?=\S)", text)]  # before each paragraph, what parts it from the one above
    kept = [(gap, paragraph) for gap, paragraph in batched(parts, 2) if not pattern.search(paragraph)]
    return "".join(gap + paragraph for gap, paragraph in kept).removeprefix(kept[0][0] if kept else "")


def _end_of_block(lines: list[str], first: int) -> int:
    """Where the text goes on after a block. A blank line in it ends it only if nothing of it comes below."""
    depth, end = _depth(lines[first]), first + 1
    for at in range(end, len(lines)):
        if lines[at].strip() and _depth(lines[at]) <= depth:
            break
        end = at + 1 if lines[at].strip() else end
    if end < len(lines) and _depth(lines[end]) == depth and lines[end].lstrip().startswith(CLOSING):
        end += 1
    return end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())

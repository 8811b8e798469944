"""Which files a .dockerignore leaves at home, by docker's own rules. They are not those of git."""

import posixpath
import re
from dataclasses import dataclass

# One piece of a pattern, and what it stands for. A star never crosses a slash; two stars do.
PIECES = (
    (r"\*\*/", "(?:.*/)?"),
    (r"\*\*", ".*"),
    (r"\*", "[^/]*"),
    (r"\?", "[^/]"),
    (r"\[[^\]]*\]", None),  # as it stands
    (r"\\.", None),
)


@dataclass(frozen=True)
class Pattern:
    """One line. `brings_back` is one that begins with an exclamation mark."""

    expression: re.Pattern[str]
    brings_back: bool

    def meets(self, path: str) -> bool:
        """Whether it means this file, or a folder above it."""
        parts = path.split("/")
        return any(self.expression.fullmatch("/".join(parts[:count])) for count in range(1, len(parts) + 1))


def stays(path: str, text: str) -> bool:
    """Whether the file at `path` stays at home. The last line that means it decides."""
    meets = [pattern.brings_back for pattern in patterns(text) if pattern.meets(path)]
    return bool(meets) and not meets[-1]


def patterns(text: str) -> list[Pattern]:
    """The lines of a .dockerignore. Each is looked for from the top folder on, and nowhere else."""
    lines = [line.strip() for line in text.splitlines() if not line.startswith("#")]
    return [_pattern(line) for line in lines if line and line != "!"]


def _pattern(line: str) -> Pattern:
    brings_back = line.startswith("!")
    cleaned = posixpath.normpath(line.removeprefix("!").strip()).lstrip("/")
    return Pattern(re.compile(_expression(cleaned)), brings_back)


def _expression(pattern: str) -> str:
    made = ""
    while pattern:
        for piece, meaning in PIECES:
            if found := re.match(piece, pattern):
                made += found[0] if meaning is None else meaning
                pattern = pattern[found.end() :]
                break
        else:
            made += re.escape(pattern[0])
            pattern = pattern[1:]
    return made

"""Which files a build gets to see, by the rules of .dockerignore: the last one that fits decides."""

import re
from collections.abc import Iterator
from pathlib import Path


class Context:
    """The folder that images are built from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        lines = (folder / ".dockerignore").read_text(encoding="utf-8").splitlines()
        self._rules = [line for line in map(str.strip, lines) if line and not line.startswith("#")]
        self._patterns = [(_pattern(rule.removeprefix("!")), rule.startswith("!")) for rule in self._rules]

    def files(self) -> Iterator[Path]:
        """Each file that a build sees. Looked for only where a rule lets something in: beside it a lot may lie."""
        let_in = {self.folder / rule[1:] for rule in self._rules if rule.startswith("!")}
        seen = set[Path]()
        for place in sorted(let_in):
            for file in [place] if place.is_file() else place.rglob("*"):
                if file.is_file() and file not in seen and self.holds(file):
                    seen.add(file)
                    yield file

    def holds(self, file: Path) -> bool:
        """Whether a build sees the file. A rule that fits a folder fits all that is in it."""
        path = file.relative_to(self.folder).as_posix()
        held = True
        for pattern, lets_in in self._patterns:
            if pattern.fullmatch(path):
                held = lets_in
        return held


def _pattern(rule: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in re.split(r"(\*\*/|\*)", rule.strip("/"))]
    text = "".join(parts).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
    return re.compile(f"{text}(?:/.*)?")

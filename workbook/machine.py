"""Nothing that is committed names a folder of the machine that it was made on."""

import re
from collections.abc import Iterator
from pathlib import Path

from workbook import tracked
from workbook.errors import BookError


def check(root: Path) -> None:
    """Raise BookError, a line for each place that holds a path of this machine."""
    found = list(problems(root, tracked.files(root), [root, Path.home()]))
    if found:
        raise BookError("\n".join(found))


def problems(root: Path, files: list[Path], private: list[Path]) -> Iterator[str]:
    """A line for each line of a text file that names a private folder."""
    # Not after "scheme:/": in mysql://root@localhost somebody's name is meant.
    names = "|".join(re.escape(str(folder)) for folder in private if len(folder.parts) > 1)
    pattern = re.compile(rf"(?<!:/)(?:{names})(?![\w-])")
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        for number, line in enumerate(text.splitlines(), 1):
            match = pattern.search(line)
            if match:
                yield f"{file.relative_to(root)}:{number}: names {match.group()}, a folder of this machine"

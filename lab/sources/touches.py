"""Where a name stands: how many files and lines one has to know of to change what it means."""

import re
from collections.abc import Iterable
from pathlib import Path

from lab.display import Shown, Table
from lab.errors import LabError
from lab.sources.places import files, part
from lab.where import relative


class Touches(Shown):
    """The lines that hold a name, by file."""

    def __init__(self, name: str, found: dict[str, list[int]]) -> None:
        self.name = name
        self.found = found

    @property
    def files(self) -> int:
        return len(self.found)

    @property
    def lines(self) -> int:
        return sum(map(len, self.found.values()))

    def table(self) -> Table:
        rows = [[file, len(lines), ", ".join(map(str, lines))] for file, lines in self.found.items()]
        title = f"{self.name}: {self.lines} lines in {self.files} files"
        return Table([f"names {self.name}", "lines", "which"], rows, title=title)

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def touches(name: str, in_: Path | str | Iterable[Path | str]) -> Touches:
    """Every line that names `name`, as a whole word: `lab.touches("starts_at", in_=["coupon", "contracts.coupon"])`.

    `in_` is a folder or file, a part of the reference app or a module of it as in `lab.show`, or several of these. In a
    folder, migrations, tests and translations do not count: tools write the ones, and the others say it once more.
    Raises LabError for a place that is not there.
    """
    places = [in_] if isinstance(in_, Path | str) else list(in_)
    word = re.compile(rf"\b{re.escape(name)}(?=\b|__)")  # Django's lookups, such as starts_at__lte, name it as well
    found: dict[str, list[int]] = {}
    for place in places:
        for title, path in _files(place):
            content = path.read_bytes()
            if b"\0" not in content[:8192]:
                lines = content.decode("utf-8", errors="replace").splitlines()
                numbers = [number for number, line in enumerate(lines, start=1) if word.search(line)]
                if numbers:
                    found[title] = numbers
    return Touches(name, found)


def _files(place: Path | str) -> list[tuple[str, Path]]:
    """The files of a place, each with the title that a reader knows it by."""
    if isinstance(place, Path):
        if not place.exists():
            raise LabError(f"there is no folder or file {place} to look into")
        if place.is_file():
            return [(f"{place.parent.name}/{place.name}", place)]
        known = files(place)
        return [(path.relative_to(place.parent).as_posix(), path) for path in known if "locale" not in path.parts]
    name, _, module = place.partition(".")
    folder = part(name)
    known = [path for path in files(folder) if "locale" not in path.relative_to(folder).parts]
    if module:
        known = [
            path for path in known if path.relative_to(folder).with_suffix("").as_posix() == module.replace(".", "/")
        ]
        if not known:
            raise LabError(f"{name} has no module {module}: look in {relative(folder)}")
    return [(f"{name}/{path.relative_to(folder).as_posix()}", path) for path in known]

"""Who has written which lines of a project: the template, a person, or neither."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from lab.display import Shown, Table

Texts = Mapping[str, list[str]]

READ = {".py", ".toml", ".conf", ".yaml", ".md", ".po", ".html", ".example"}
SKIPPED = {".venv", "var", "__pycache__", ".pytest_cache", "templates"}
MADE_BY_PROGRAMS = "/migrations/"

SERVICE, TESTS, CONTRACT, STAGE, OTHERS = "the service", "its tests", "its contract", "its place", "other services"
PLACES = (SERVICE, TESTS, CONTRACT, STAGE, OTHERS)


class Lines(Shown):
    """Lines by where they are: `made` by the template, `written` by hand."""

    def __init__(self, service: str, made: dict[str, int], written: dict[str, int]) -> None:
        self.service = service
        self.made = made
        self.written = written

    @property
    def by_template(self) -> int:
        return sum(self.made.values())

    @property
    def by_hand(self) -> int:
        """All that was written by hand, tests included."""
        return sum(self.written.values())

    @property
    def in_others(self) -> int:
        """Lines of other services that are not as they were, whoever changed them."""
        return self.made[OTHERS] + self.written[OTHERS]

    def table(self) -> Table:
        rows = [[place, self.made[place], self.written[place]] for place in PLACES]
        return Table(
            [f"lines of {self.service}", "by the template", "by hand"],
            [*rows, ["all of it", self.by_template, self.by_hand]],
        )

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def texts(folder: Path) -> dict[str, list[str]]:
    """Every file of a project that people read, by its path, as its lines."""
    return dict(_read(folder))


def _read(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for here, folders, names in folder.walk():
        folders[:] = sorted(set(folders) - SKIPPED)  # not entered: an environment has more files than all else
        for path in sorted(here / name for name in names):
            if path.suffix in READ:
                yield (
                    path.relative_to(folder).as_posix(),
                    path.read_text(encoding="utf-8", errors="replace").splitlines(),
                )


def lines(service: str, before: Texts, made: Texts, now: Texts) -> Lines:
    """Count from three states of a project: as it was, as the template left it, and as it is."""
    return Lines(service, _by_place(service, before, made), _by_place(service, made, now))


def _by_place(service: str, old: Texts, new: Texts) -> dict[str, int]:
    found = dict.fromkeys(PLACES, 0)
    for path in sorted(old.keys() | new.keys()):
        if old.get(path) != new.get(path) and MADE_BY_PROGRAMS not in path:
            found[place_of(path, service)] += changed(old.get(path, []), new.get(path, []))
    return found


def changed(old: list[str], new: list[str]) -> int:
    """How many lines of `new` are not in `old`; where lines were only taken out, how many."""
    steps = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    return sum(
        max(b_end - b, 0 if kind == "replace" else a_end - a) for kind, a, a_end, b, b_end in steps if kind != "equal"
    )


def place_of(path: str, service: str) -> str:
    """Where a file of a project belongs, seen from one of its services."""
    parts = path.split("/")
    if parts[:2] == ["services", service]:
        return TESTS if "tests" in parts else SERVICE
    if parts[0] == "contracts" and parts[-1] in {f"{service}.py", f"test_testing_{service}.py"}:
        return TESTS if {"testing", "tests"} & set(parts) else CONTRACT
    return STAGE if parts[0] in {"stages", "pyproject.toml"} else OTHERS

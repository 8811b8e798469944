"""Which engines are on this machine. An engine is a program beside Python that some lesson or test can use."""

import re
import subprocess
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from clever.runner.containers.engine import answers, can_start, find_engine
from clever.runner.engines import programs
from clever.runner.errors import StageError
from lab.needs.line import MAGIC
from workbook.book import Book, lesson_id

TABLE = Path(__file__).with_name("engines.toml")
PATIENCE_SECONDS = 20

_NEEDS = re.compile(rf"^%%{MAGIC} (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Engine:
    """One row of engines.toml."""

    name: str
    version: list[str]
    without: str
    now: bool
    apt: list[str]
    brew: list[str]

    @property
    def pretended(self) -> bool:
        """Whether it is only to seem absent, because WITHOUT_ENGINES names it."""
        return self.name in programs.absent()

    def find(self) -> Path | None:
        """The program; None where it is absent, or is to seem so."""
        found = programs.find(self.name)
        # A command that only speaks to an engine is of no use where no engine is.
        return found if self.name != programs.CONTAINERS or answers() or can_start() else None


@dataclass(frozen=True)
class Finding:
    """An engine as it is on this machine. `program` and `version` are empty if it is absent."""

    engine: Engine
    program: str = ""
    version: str = ""
    note: str = ""  # what else is to be said of it

    @property
    def present(self) -> bool:
        return bool(self.program)

    def as_json(self) -> dict[str, Any]:
        return asdict(self.engine) | {
            "present": self.present,
            "program": self.program,
            "version": self.version,
            "note": self.note,
        }


def table() -> list[Engine]:
    """Every engine, in the table's order."""
    return [Engine(name=name, **row) for name, row in tomllib.loads(TABLE.read_text(encoding="utf-8")).items()]


def lessons(book: Book) -> dict[str, list[str]]:
    """For each engine the lessons with cells that need it. Read from the files as they are, since all are asked for."""
    found: dict[str, list[str]] = {}
    for path in book.paths():
        text = (book.chapters() / f"{path}.md").read_text(encoding="utf-8")
        for engine in sorted({name for line in _NEEDS.findall(text) for name in line.split()}):
            found.setdefault(engine, []).append(lesson_id(path))
    return found


def look() -> list[Finding]:
    """Look for every engine."""
    return [look_for(engine) for engine in table()]


def look_for(engine: Engine) -> Finding:
    program = engine.find()
    if program is None:
        return Finding(engine)
    version = _version([str(program), *engine.version])
    return Finding(engine, str(program), version, _note() if engine.name == programs.CONTAINERS else "")


def _note() -> str:
    """Which engine for containers it is that answers, and what takes a compose file."""
    try:
        engine = find_engine()
    except StageError as error:
        return str(error)
    compose = Path(engine.compose[0]).name if engine.compose else "nothing that reads a compose file"
    return f"{engine.name} {engine.version} answers; {' '.join([compose, *engine.compose[1:]])}"


def _version(command: list[str]) -> str:
    """The first number in the program's answer; `?` if it gives none."""
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "?"
    # nginx and sshd answer on stderr.
    number = re.search(r"\d+(\.\d+)+|(?<=v)\d+", answer.stdout + answer.stderr)
    return number.group() if number else "?"

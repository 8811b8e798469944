"""Take out of a run what belongs to one machine: paths, names, secrets, ports, addresses."""

import copy
import json
import os
import re
import socket
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from clever.runner.places import STATE
from workbook.book import Book

HOME = "/home/you"
WORKBOOK = f"{HOME}/workbook"
SECRET = "(secret)"  # noqa: S105 - it is what stands in a secret's place
FIRST_PORT = 50001

# Ports from here on were chosen by the system and differ each time.
_EPHEMERAL = 32768
_PORT = re.compile(r"(?<=127\.0\.0\.1:)\d{5}\b|(?<=localhost:)\d{5}\b|(?<=\[::1\]:)\d{5}\b")
_ADDRESS = re.compile(r"\b0x[0-9a-f]{8,16}\b")
_SECRET_NAMES = re.compile(r"KEY|SECRET|PASSWORD|CALLERS|DATABASE_URL|CACHE_URL")


@dataclass
class Scrubber:
    """Replaces texts, the longest first, so that a folder goes before its parent."""

    replacements: dict[str, str]
    ports: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of_this_machine(cls, book: Book, scratch: Path) -> "Scrubber":
        found = {str(Path.home()): HOME}
        # A host called "runner" or "main" gives nothing away, and its name stands in half the sentences.
        if re.search(r"[\d.-]", socket.gethostname()):
            found[socket.gethostname()] = "your-machine"
        for folder, name in (
            (Path(tempfile.gettempdir()), "/tmp"),  # noqa: S108 - a name to show, not a file to open
            (book.root, WORKBOOK),
            (scratch, f"{WORKBOOK}/work"),
        ):
            found |= {str(folder): name, str(folder.resolve()): name}
        found |= dict.fromkeys(secrets(book), SECRET)
        return cls({text: name for text, name in found.items() if len(text) > 3})

    def text(self, text: str) -> str:
        """The text without anything of this machine."""
        for found, name in sorted(self.replacements.items(), key=lambda pair: len(pair[0]), reverse=True):
            # "/home/ann" must not change "/home/anna", nor "/ann" postgresql://ann@localhost.
            text = name.join(re.split(rf"(?<!:/){re.escape(found)}(?!\w)", text))
        text = _ADDRESS.sub("0x...", text)
        return _PORT.sub(lambda match: self._port(match.group()), text)

    def notebook(self, notebook: NotebookNode) -> NotebookNode:
        """A copy of an executed notebook with its outputs scrubbed; the code is the book's own."""
        kept = copy.deepcopy(notebook)
        for cell in kept.cells:
            cell.metadata.pop("execution", None)
            if cell.cell_type == "code":
                cell.outputs = [self._output(output) for output in cell.outputs]
        return kept

    def _output(self, output: NotebookNode) -> NotebookNode:
        return NotebookNode(json.loads(self.text(json.dumps(output, ensure_ascii=False))))

    def _port(self, port: str) -> str:
        if int(port) < _EPHEMERAL:
            return port
        return self.ports.setdefault(port, str(FIRST_PORT + len(self.ports)))


def secrets(book: Book) -> list[str]:
    """Every secret that a stage on this machine has in its private file."""
    found = []
    state = Path(os.environ.get(STATE) or book.root / "var")
    for file in state.glob("*/secrets.env"):
        for line in file.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            if _SECRET_NAMES.search(name) and len(value.strip("'\"")) > 3:
                found.append(value.strip("'\""))
    return found

"""What the stored reference run showed for a cell."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lab.where import reference_run_path

Output = dict[str, Any]


@dataclass(frozen=True)
class Stored:
    """One cell of the reference run: the day, such as 2026-11-24, and its outputs as a notebook holds them."""

    on: str
    outputs: list[Output]


def stored(source: str, folder: Path | None = None) -> Stored | None:
    """The stored run of the cell with exactly this source; None where there is none, or only one of other code.

    The lesson is not asked for: no two cells that need engines have the same source.
    """
    wanted = _plain(source)
    for file in sorted((folder or reference_run_path()).rglob("*.ipynb")):
        notebook = json.loads(file.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code" and _plain(_joined(cell["source"])) == wanted:
                on = notebook["metadata"].get("reference_run", {}).get("on", "")
                return Stored(on, [_with_joined_lines(output) for output in cell["outputs"]])
    return None


def _plain(source: str) -> str:
    """The source without what an editor adds: blanks at the ends of lines and at its own end."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def _with_joined_lines(output: Output) -> Output:
    """A notebook's file holds long texts as lists of lines."""
    joined = output | {"text": _joined(output["text"])} if "text" in output else output
    return joined | {"data": {kind: _joined(it) for kind, it in output["data"].items()}} if "data" in output else joined


def _joined(text: Any) -> Any:
    return "".join(text) if isinstance(text, list) else text

"""An index of the decision records."""

from pathlib import Path


def decisions_page(folder: Path) -> str:
    """A line for each record, which its first heading names."""
    lines = ["# Decisions", "Why things are as they are: what was chosen, what was measured, what it costs us."]
    records = [f"- [{_title(file)}]({file.name})" for file in sorted(folder.glob("[0-9]*.md"))]
    return "\n\n".join([*lines, "\n".join(records)]) + "\n"


def _title(file: Path) -> str:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    return first.removeprefix("# ").strip()

"""What the lab reports while it is walked: a line of JSON for each check, claim and record."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

type Event = dict[str, Any]


@dataclass
class Events:
    """The event file of one notebook, read as it grows."""

    file: Path
    read: int = 0
    """Bytes taken so far."""

    def take(self) -> list[Event]:
        """The events that were appended since the last call. A line still being written waits for the next."""
        if not self.file.exists():
            return []
        with self.file.open("rb") as lines:
            lines.seek(self.read)
            grown = lines.read()
        whole = grown[: grown.rfind(b"\n") + 1]
        self.read += len(whole)
        return [json.loads(line) for line in whole.splitlines() if line.strip()]

"""Walking: lessons run headless, from first cell to last, and what fails must stop them.

`LAB_WALK` names a file. It tells the lab that nobody is reading, and collects one JSON line for everything a lesson
proved or measured: `{"kind": "check" | "claim" | "record" | "prediction", "id": ..., "passed": true | false | null}`.
"""

import json
import os
from pathlib import Path
from typing import Any


def walking() -> bool:
    """Whether a walk, not a reader, runs this lesson."""
    return bool(os.environ.get("LAB_WALK"))


def note(kind: str, id: str, *, passed: bool | None = None, **more: Any) -> None:
    """Append an event to the walk's file. Does nothing for a reader."""
    if not walking():
        return
    event = {"kind": kind, "id": id, "passed": passed, **more}
    with Path(os.environ["LAB_WALK"]).open("a", encoding="utf-8") as events:
        events.write(json.dumps(event, ensure_ascii=False) + "\n")

"""3.2.1: which steps of a build are done again after an edit."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.shapes import in_order

Steps = list[tuple[str, list[str]]]

NAIVE: Steps = [
    ("FROM python:3.13-slim-trixie", []),
    ("WORKDIR /app", []),
    ("COPY . .", ["app.py", "requirements.txt", "style.css"]),
    ("RUN pip install -r requirements.txt", []),
]
ORDERED: Steps = [
    ("FROM python:3.13-slim-trixie", []),
    ("WORKDIR /app", []),
    ("COPY requirements.txt .", ["requirements.txt"]),
    ("RUN pip install -r requirements.txt", []),
    ("COPY . .", ["app.py", "requirements.txt", "style.css"]),
    ("RUN python -m compileall app.py", []),
]
# (what is edited where, the steps, the file, how many steps from the end are done again)
CASES: list[tuple[str, Steps, str, int]] = [
    ("app.py in the file that copies everything first", NAIVE, "app.py", 2),
    ("app.py in the file that installs first", ORDERED, "app.py", 2),
    ("style.css in the file that installs first", ORDERED, "style.css", 2),
    ("requirements.txt in the file that installs first, which two steps copy", ORDERED, "requirements.txt", 4),
    ("README.md, which no step copies,", ORDERED, "README.md", 0),
    ("app.py in a file that copies nothing", [("FROM python:3.13-slim-trixie", []), ("RUN date", [])], "app.py", 0),
]


@exercise(
    "3.2.1",
    hints=(
        "Look for the first step that copies the file. All that stands before it comes from the cache.",
        "Each step stands on the one before: once one is done again, so is everything after it, whatever it copies.",
        "enumerate(steps) gives you the number of the step, and steps[number:] all from there on.",
    ),
)
def done_again(answer: Any) -> str:
    """a function of the steps and the name of a file, which returns a list of steps' lines"""
    for what, steps, changed, count in CASES:
        wanted = [line for line, _ in steps[len(steps) - count :]]
        got = in_order(answer([(line, list(files)) for line, files in steps], changed), "steps' lines")
        if got != wanted:
            raise Wrong(f"You edit {what}: {_lines(wanted)} done again, and you say {_lines(got)}.")
    return "Right. The first step that sees the edit, and everything that stands on it."


def _lines(lines: list[Any]) -> str:
    return f"`{'`, `'.join(map(str, lines))}` {'is' if len(lines) == 1 else 'are'}" if lines else "nothing is"

"""3.2.2: the lines of a Dockerfile, what changes seldom first."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_3_2.dockerfile import Step, steps

LINES = {
    "base": "FROM python:3.13-slim-trixie",
    "system": "RUN apt-get update && apt-get install --yes --no-install-recommends libpq5",
    "folder": "WORKDIR /app",
    "list": "COPY requirements.txt .",
    "install": "RUN pip install --no-cache-dir -r requirements.txt",
    "code": "COPY . .",
    "start": 'CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app"]',
}
CHEAP = {"folder", "list", "start"}
"""What nobody waits for when it is done again."""


@exercise(
    "3.2.2",
    hints=(
        "Begin with FROM. Where a RUN needs a file, a COPY has to bring it first.",
        "Which changes most often: the operating system's packages, your requirements, or your code?",
        "`COPY . .` brings everything, your last edit too. Whatever stands after it is done again each time.",
    ),
)
def dockerfile(answer: Any) -> str:
    """the text of a Dockerfile, made of the seven lines"""
    order = _order(steps(answer))
    if order[0] != "base":
        raise Wrong(f"Every image stands on another: the first line is FROM, and yours is `{LINES[order[0]]}`.")
    for name in ("list", "code", "install"):
        if order.index(name) < order.index("folder"):
            raise Wrong(f"`{LINES[name]}` stands before WORKDIR /app: it would work in the root folder of the image.")
    if min(order.index("list"), order.index("code")) > order.index("install"):
        raise Wrong("pip is called before requirements.txt is there: no such file, and the build ends.")
    _expect_only("app.py", order, first="code", allowed={"code"})
    _expect_only("requirements.txt", order, first="list", allowed={"list", "install", "code"})
    return "Right. An edit costs one copy, a new requirement one installation, and Debian is asked once."


def _order(written: list[Step]) -> list[str]:
    names = {_plain(line): name for name, line in LINES.items()}
    for step in written:
        if _plain(step.line) not in names:
            raise Wrong(f"`{step.line:.80}` is none of the seven lines. Only their order is asked for.")
    order = [names[_plain(step.line)] for step in written]
    for name, line in LINES.items():
        if order.count(name) != 1:
            raise Wrong(f"`{line}` is {'missing' if name not in order else 'there more than once'}.")
    return order


def _expect_only(file: str, order: list[str], *, first: str, allowed: set[str]) -> None:
    """See that an edit of `file`, which the step `first` and `COPY . .` bring, repeats nothing dear but the allowed."""
    begun = min(order.index(first), order.index("code"))
    again = [name for name in order[begun:] if name not in allowed | CHEAP]
    if again:
        raise Wrong(f"After an edit of {file} this is done again, for nothing: `{LINES[again[0]]}`.")


def _plain(line: str) -> str:
    return "".join(line.split())

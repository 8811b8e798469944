"""3.2.3: a .dockerignore, held against the files of a folder."""

import re
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_3_2.ignore_file import stays

TRAVELS = ("app.py", "requirements.txt", "style.css", "till/__init__.py", "till/drawer.py", "photos/logo.svg")
STAYS = (
    ".env",
    ".git/HEAD",
    ".git/objects/4f/2b90",
    ".venv/bin/python",
    "node_modules/esbuild/bin/esbuild",
    "photos/kitchen.jpg",
    "photos/summer/party.jpg",
    "__pycache__/app.cpython-313.pyc",
    "till/__pycache__/drawer.cpython-313.pyc",
)


@exercise(
    "3.2.3",
    hints=(
        "One pattern a line. A folder's name takes all that is in it.",
        "Patterns are looked for in the top folder alone. **/name is looked for in every folder.",
        "The last line that means a file decides, so what is brought back by ! comes after what took it.",
    ),
)
def dockerignore(answer: Any) -> str:
    """the text of a .dockerignore"""
    if not isinstance(answer, str):
        raise Wrong(f"The text of a file is wanted, and you gave {type(answer).__name__}.")
    try:
        left = {path for path in (*TRAVELS, *STAYS) if stays(path, answer)}
    except re.error as error:
        raise Wrong(f"There is a pattern that docker does not understand: {error}.") from error
    for path in TRAVELS:
        if path in left:
            raise Wrong(f"{path} stays at home, and the page needs it.")
    for path in STAYS:
        if path not in left:
            raise Wrong(f"{path} travels along{_why(path)}.")
    return "Right. What is needed travels, and nothing else has to be taken out again."


def _why(path: str) -> str:
    if path == ".env":
        return ", with every secret that is in it"
    return " (it is not in the top folder)" if path.startswith("till/") else ""

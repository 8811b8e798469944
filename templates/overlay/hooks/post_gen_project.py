"""After a project is written: what the answers leave out is removed, and the code gets its format.

The format depends on how long the names are and on their letters, so no template can hold it.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ANSWERS = {
    "example": "{{ cookiecutter.example }}",
    "stage": "{{ cookiecutter.stage }}",
    "ci": "{{ cookiecutter.ci }}",
    "editor_config": "{{ cookiecutter.editor_config }}",
    "sentry": "{{ cookiecutter.sentry }}",
    "opentelemetry": "{{ cookiecutter.opentelemetry }}",
}
NAMESPACE = "{{ cookiecutter.namespace }}"
RUFF = "ruff=={{ cookiecutter._ruff }}"
FORMATTING = "uv run ruff check --select I --fix && uv run ruff format"

CONDITIONS: list[tuple[list[str], dict[str, list[str]]]] = []


def remove_what_is_left_out() -> None:
    for places, needed in CONDITIONS:
        if all(ANSWERS[question] in answers for question, answers in needed.items()):
            continue
        for place in places:
            path = Path(place)
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def tidy() -> None:
    """Imports in order and lines broken, by the version of ruff that the project itself uses."""
    ruff = ["uv", "tool", "run", "--no-config", "--from", RUFF, "ruff"]
    try:
        for arguments in (
            ["check", "--no-cache", "--quiet", "--select", "I", "--fix"],
            ["format", "--no-cache", "--quiet"],
        ):
            subprocess.run([*ruff, *arguments], check=True, capture_output=True, text=True)
    except FileNotFoundError:
        sys.stderr.write(f"uv is not installed, so the code is not formatted yet. Later: {FORMATTING}\n")
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout or "no reason given").strip().splitlines()[-1]
        sys.stderr.write(f"the code is not formatted yet ({said}). Later: {FORMATTING}\n")


if __name__ == "__main__":
    remove_what_is_left_out()
    tidy()

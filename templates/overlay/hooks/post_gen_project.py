"""After a project is written: what was copied is filled in, what the answers leave out goes, the code gets its format.

The format depends on how long the names are and on their letters, so no template can hold it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

ANSWERS = "{{ cookiecutter | jsonify | urlencode }}"  # whatever an answer holds, it does not end this string
ANSWER = re.compile(rb'\{\{ ?(?:cookiecutter\.([a-z]\w*)|"\{") ?\}\}')  # or a brace, which begins nothing of Jinja's
MEMORY = ".cruft.json"
CHECK = "ruff check --no-cache --quiet --select I --fix"
FORMAT = "ruff format --no-cache --quiet"
LATER = "uv run ruff check --select I --fix && uv run ruff format"

Answers = dict[str, Any]

CONDITIONS: list[tuple[list[str], dict[str, list[str]]]] = []


def fill_in(answers: Answers) -> None:
    """Put the answers into the folders that cookiecutter has only copied, which goes several times as fast."""
    for place in answers["_copy_without_render"]:
        folder = Path(filled_in(place, answers))
        for path in sorted(folder.rglob("*"), reverse=True):  # what is in a folder before the folder itself
            if path.is_file() and (content := path.read_bytes()) != (whole := filled(content, answers)):
                path.write_bytes(whole)
            if (name := filled_in(path.name, answers)) != path.name:
                path.rename(path.with_name(name))


def filled_in(text: str, answers: Answers) -> str:
    return filled(text.encode(), answers).decode()


def filled(content: bytes, answers: Answers) -> bytes:
    return ANSWER.sub(lambda found: answers[found[1].decode()].encode() if found[1] else b"{", content)


def remove_what_is_left_out(answers: Answers) -> None:
    for places, needed in CONDITIONS:
        if all(answers[question] in allowed for question, allowed in needed.items()):
            continue
        for place in places:
            path = Path(place)
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def remember(answers: Answers) -> None:
    """Write what `cruft update` and `inv grow` go by, as cruft itself writes it where it makes a project."""
    asked = {name: value for name, value in answers.items() if not name.startswith("_")}
    template, commit, folder = whereabouts(answers)
    memory = {
        "template": template,
        "commit": commit,
        "checkout": None,
        "context": {"cookiecutter": asked | {"_template": template, "_commit": commit}},
        "directory": folder,
    }
    text = json.dumps(memory, ensure_ascii=False, indent=2, separators=(",", ": "))
    Path(MEMORY).write_text(f"{text}\n", encoding="utf-8")


def whereabouts(answers: Answers) -> tuple[str, str | None, str | None]:
    """The template's repository, its commit, and the folder in it.

    There is no commit where the template lies in no repository, or was changed since the last one.
    """
    started = os.environ.get("PWD", answers["_output_dir"])  # in which folder a relative path begins
    given, folder = answers["_template"], Path(started, answers["_repo_dir"]).resolve()
    is_address = not Path(started, given).expanduser().is_dir()
    try:
        ours = ("HEAD:./cookiecutter.json", "--show-prefix", "--show-toplevel")
        commit, _, inside, top = git(folder, "rev-parse", "HEAD", *ours).splitlines()
        changed = git(folder, "status", "--porcelain", "--", ".")
        place = git(folder, "config", "--get", "remote.origin.url").strip() if is_address else top
        return place, None if changed else commit, inside.rstrip("/") or None
    except (OSError, subprocess.CalledProcessError):
        return given if is_address else str(folder), None, None


def git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def tidy(version: str) -> None:
    """Imports in order and lines broken, by the version of ruff that the project itself uses."""
    try:
        # Both at once: to find its tool takes uv longer than ruff needs for the whole project.
        command = ["uv", "tool", "run", "--no-config", "--from", f"ruff=={version}", "sh", "-c", f"{CHECK} && {FORMAT}"]
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError:
        sys.stderr.write(f"uv is not installed, so the code is not formatted yet. Later: {LATER}\n")
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout or "no reason given").strip().splitlines()[-1]
        sys.stderr.write(f"the code is not formatted yet ({said}). Later: {LATER}\n")


if __name__ == "__main__":
    ANSWERED = json.loads(unquote(ANSWERS))
    fill_in(ANSWERED)
    remove_what_is_left_out(ANSWERED)
    if "_repo_dir" in ANSWERED:  # where cruft makes the project it gives no such folder, and remembers by itself
        remember(ANSWERED)
    tidy(ANSWERED["_ruff"])

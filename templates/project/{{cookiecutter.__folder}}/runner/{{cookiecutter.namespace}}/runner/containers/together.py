"""Several compose files as one: those of a stage, after those of the stages that it adds to.

compose itself takes several files, but each has only its own anchors, and what ours have alike they say by anchors.
So a file goes on here where the one before it ends. Tables merge, lists are added to, and of two single values the
later counts, as in stage.toml. A file or a part in which nothing is written yet adds nothing. Nothing is filled in:
variables stay as they are.

By hand, from the stage's folder: `python -m {{ cookiecutter.namespace }}.runner.containers.together composition > compose.yaml`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.stagefile import load_stage
from {{ cookiecutter.namespace }}.runner.tables import CONTAINERS, merged

type Tree = dict[str, Any]


def together(files: Sequence[Path]) -> Tree:
    """The files as one, with anchors resolved and without their `x-` parts.

    Raises StageError, naming the file and the line, where one of them cannot be read or is no compose file.
    """
    found: Tree = {}
    for part in _read(files):
        told = {name: value for name, value in part.items() if not name.startswith("x-") and value is not None}
        found = merged(found, told)
    made: Tree = _each_by_itself(found)
    return made


def text(tree: Tree) -> str:
    """A compose file as YAML, without anchors."""
    return yaml.dump(dict(tree), Dumper=_Plain, sort_keys=False, allow_unicode=True, width=120)


def _read(files: Sequence[Path]) -> list[Tree]:
    whole: list[str] = []
    begins: list[int] = []  # the line at which each of them begins
    for number, file in enumerate(files):
        begins.append(len(whole) + 1)
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            raise StageError(f"{file}: no compose file ({' '.join(str(error).split())})") from error
        whole += [f"file-{number}:", *(f"  {line}" for line in lines)]
    try:
        parts: list[Any] = [{} if part is None else part for part in yaml.safe_load("\n".join(whole)).values()]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        number = max(number for number, begin in enumerate(begins) if begin <= max(line, 1))
        where = f"line {line - begins[number] + 1}"
        raise StageError(f"{files[number]}: no compose file ({where}: {error.problem})") from error
    except yaml.YAMLError as error:
        raise StageError(f"{files[0]}: no compose file ({' '.join(str(error).split())})") from error
    for file, part in zip(files, parts, strict=True):
        if not isinstance(part, dict):
            raise StageError(f"{file}: no compose file (it holds no tables)")
    return parts


def _each_by_itself(value: Any) -> Any:
    """The same, where what an anchor stands for is no longer one object in several places."""
    if isinstance(value, dict):
        return {name: _each_by_itself(part) for name, part in value.items()}
    return [_each_by_itself(part) for part in value] if isinstance(value, list) else value


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


if __name__ == "__main__":
    try:
        stage = load_stage(sys.argv[1] if len(sys.argv) > 1 else CONTAINERS, on=CONTAINERS)
        sys.stdout.write(text(together(stage.files(stage.compose or ""))))
    except StageError as error:
        sys.exit(f"together: {error}")

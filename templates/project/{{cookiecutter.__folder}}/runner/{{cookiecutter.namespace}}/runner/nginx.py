"""nginx in front of a stage: find the program, and fill in the stage's nginx.conf and what it includes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.engines import programs
from {{ cookiecutter.namespace }}.runner.errors import StageError

PLACEHOLDER = re.compile(r"\$\{([A-Z0-9_]+)\}")  # nginx's own variables are lower case, so they pass untouched


def find_nginx() -> str | None:
    """The path of the nginx program, None where it is not installed."""
    found = programs.find("nginx")
    return str(found) if found else None


def render_all(templates: Iterable[Path], values: Mapping[str, str]) -> dict[str, str]:
    """The text of each template, filled in from `values`, by its file's name. Raises StageError as `render` does."""
    return {template.name: render(template, values) for template in templates}


def configuration(layers: Sequence[Path]) -> list[Path]:
    """The templates of a stage: nginx.conf, and what it includes from the folder nginx beside it.

    `layers` are the folders that the stage is made of: the first has nginx.conf, and each may bring further files, or
    others of the same name as those beneath.
    """
    included = {file.name: file for layer in layers for file in sorted((layer / "nginx").glob("*.conf"))}
    return [layers[0] / "nginx.conf", *included.values()]


def forget_others(folder: Path, rendered: Iterable[str]) -> None:
    """Remove what an earlier start rendered into `folder` and this one has not: nginx would include it still."""
    for file in {*folder.glob("*.conf")} - {folder / name for name in rendered}:
        file.unlink()


def render(template: Path, values: Mapping[str, str]) -> str:
    """The text of `template` with each `${NAME}` filled in from `values`.

    Raises StageError for a name that `values` lacks, since nginx would take the placeholder for a word.
    """

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise StageError(f"{template}: nothing fills in {match[0]}; there are: {', '.join(sorted(values))}")
        return values[match[1]]

    return PLACEHOLDER.sub(value, template.read_text(encoding="utf-8"))

"""Which versions of others' packages are in a project's images: more where it tells somebody of errors or traces."""

import re
from pathlib import Path

from clever.runner.containers.images import pins
from clever.runner.errors import StageError
from workbook.errors import BookError
from workbook.project_template.tree import Tree

PLACE = "stages/containers/requirements.txt"
EXTRAS = {"sentry": "sentry", "opentelemetry": "tracing"}  # a question, and the extra of kit that a yes brings
PACKAGE = re.compile(r"\n(?=\S)")  # each begins a line; its hashes are indented below


def with_pins_of_extras(tree: Tree, root: Path) -> Tree:
    """The tree with more packages in the images, each of which asks for the answer that brings it.

    Raises BookError where the workbook is not locked, or an extra has a package in another version.
    """
    always = _packages(root)
    brought_by: dict[str, list[str]] = {}
    for question, extra in EXTRAS.items():
        with_extra = _packages(root, extra)
        if missing := set(always) - set(with_extra):
            raise BookError(f"{extra}: other versions than without it: {', '.join(sorted(missing))}")
        for package in set(with_extra) - set(always):
            brought_by.setdefault(package, []).append(question)
    packages = sorted([*always, *brought_by], key=lambda package: package.partition("==")[0])
    return tree | {PLACE: "".join(_asking(each, brought_by.get(each, [])) for each in packages).encode()}


def _packages(root: Path, *extras: str) -> list[str]:
    try:
        return PACKAGE.split(pins.requirements(root, *extras).rstrip("\n"))
    except StageError as error:
        raise BookError(f"{PLACE}: {error}") from error


def _asking(package: str, questions: list[str]) -> str:
    if not questions:
        return f"{package}\n"
    wanted = " or ".join(f'cookiecutter.{question} == "yes"' for question in questions)
    return f"{{% if {wanted} %}}{package}\n{{% endif %}}"

"""1.5.1: what setup.py said, as a pyproject.toml."""

import tomllib
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

from lab.checks import Wrong, exercise

DEPENDENCIES = ("cups<2", "tills>=1.4")


@exercise(
    "1.5.1",
    hints=(
        "The table is [project], and its keys are name, version, requires-python (with a hyphen) and dependencies.",
        "dependencies is a list of texts, each as install_requires had it: a name and, right behind it, the versions.",
        "A console script has a table of its own, [project.scripts], in which the command is the key.",
    ),
)
def kiosk_toml(answer: Any) -> str:
    """the text of a pyproject.toml"""
    project = _project(answer)
    for key, wanted in (("name", "kiosk"), ("version", "2.1")):
        if project.get(key) != wanted:
            raise Wrong(f"setup.py said {key} {wanted!r}, and [project] says {project.get(key)!r}.")
    if "python_requires" in project:
        raise Wrong("python_requires was setup.py's word. In [project] it is called requires-python.")
    python = project.get("requires-python")
    if not isinstance(python, str) or _specifiers(python) != SpecifierSet(">=3.12"):
        raise Wrong(f"requires-python should be '>=3.12' and is {python!r}.")
    _expect_dependencies(project.get("dependencies"))
    scripts = project.get("scripts")
    if scripts != {"open-kiosk": "kiosk.door:main"}:
        raise Wrong(f"[project.scripts] should say that open-kiosk is kiosk.door:main. It says {scripts!r}.")
    return "Right. Whoever wants to know what the kiosk needs can read it now, and nothing has to run for that."


def _project(text: Any) -> dict[str, Any]:
    if not isinstance(text, str):
        raise Wrong(f"The text of a file is wanted, and you gave {type(text).__name__}.")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Wrong(f"This is not TOML: {error}.") from error
    if not isinstance(tables.get("project"), dict):
        raise Wrong(f"There is no table [project]: there are {', '.join(tables) or 'no tables at all'}.")
    system = tables.get("build-system")
    backend = system.get("build-backend") if isinstance(system, dict) else None
    if backend != "uv_build":
        raise Wrong(f"[build-system] was written for you and should stay; its build-backend is {backend!r}.")
    found: dict[str, Any] = tables["project"]
    return found


def _specifiers(text: str) -> SpecifierSet | None:
    try:
        return SpecifierSet(text)
    except InvalidSpecifier:
        return None


def _expect_dependencies(given: Any) -> None:
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise Wrong(f"dependencies should be a list of texts, such as ['cups<2']. It is {given!r}.")
    try:
        needs = [Requirement(one) for one in given]
    except InvalidRequirement as error:
        raise Wrong(f"Among the dependencies there is one that no installer understands: {error}") from error
    for need in needs:
        if need.marker or need.extras or need.url:
            raise Wrong(f"setup.py said less about {need.name}: a name and its versions, with no condition. {need}")
    found: dict[str, SpecifierSet] = {canonicalize_name(need.name): need.specifier for need in needs}
    for wanted in map(Requirement, DEPENDENCIES):
        if wanted.name not in found:
            raise Wrong(f"{wanted.name} is missing among the dependencies: {given!r}.")
        if found[wanted.name] != wanted.specifier:
            raise Wrong(f"{wanted} was wanted, and you have {wanted.name}{found[wanted.name]}.")
    extra = set(found) - {Requirement(one).name for one in DEPENDENCIES}
    if extra:
        raise Wrong(f"setup.py installed no {', '.join(sorted(extra))}: who runs the kiosk does not need it.")

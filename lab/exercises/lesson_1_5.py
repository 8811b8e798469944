"""Checks for lesson 1.5, shipping it."""

import configparser
import itertools
import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

from lab.checks import Wrong, exercise

DEPENDENCIES = ("cups<2", "tills>=1.4")
COMES_BACK = {"always", "on-failure", "on-abnormal", "on-abort"}
"""What Restart= may say for a program that is there again after a kill -9."""


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


@exercise(
    "1.5.2",
    hints=(
        "os.replace(old_name, new_name) is one step, and takes the place of what was there.",
        "Make the new link under another name in the same folder, then give it the right name.",
        "Somebody may have been killed half-way before you: the other name can be taken. unlink(missing_ok=True).",
    ),
)
def activate(answer: Callable[[Path, Path], Any]) -> str:
    """a function that takes two paths, the release and the link `current`"""
    with tempfile.TemporaryDirectory(prefix="lab-activate-") as name:
        folder = Path(name).resolve()
        releases = [folder / "releases" / number for number in ("1", "2", "3")]
        for release in releases:
            release.mkdir(parents=True)
            (release / "app.py").write_text(release.name, encoding="utf-8")
        current = folder / "current"
        _activate(answer, releases[0], current)
        for release in (releases[1], releases[2], releases[0]):
            with _looking_at(current, releases):
                _activate(answer, release, current)
            _expect_link(current, release)
        for release in releases:
            if not (release / "app.py").is_file():
                raise Wrong(f"Afterwards releases/{release.name} has lost its app.py: there is no way back to it.")
        _survives_a_crash(answer, releases, current)
    return "Right. Whoever comes by finds the old release or the new one, and never a gap."


def _activate(answer: Callable[[Path, Path], Any], release: Path, current: Path) -> None:
    try:
        answer(release, current)
    except Wrong:
        raise
    except Exception as error:
        before = "when there is a link already" if current.is_symlink() else "when there is no link yet"
        raise Wrong(f"{before.capitalize()}, activate raised {type(error).__name__}: {error}") from error
    _expect_link(current, release)


def _expect_link(current: Path, release: Path) -> None:
    if not current.is_symlink():
        raise Wrong(f"Afterwards current is {'a folder' if current.is_dir() else 'not there'}, and a link is wanted.")
    if current.resolve() != release:
        raise Wrong(f"current should lead to releases/{release.name}. It leads to {os.readlink(current)!r}.")


@contextmanager
def _looking_at(current: Path, releases: list[Path]) -> Iterator[None]:
    """Between any two steps that Python takes in the block, see that the link leads to a release."""

    gaps = 0

    def look(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal gaps
        frame.f_trace_opcodes = True  # not only between lines: `a(); b()` is two steps
        gaps += not (current.is_symlink() and current.resolve() in releases)
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(before)
    if gaps:
        raise Wrong("Between two of your steps a guest came by, and found no link that leads to a release.")


class _Killed(BaseException):
    """What a kill looks like from within: nobody is supposed to catch it."""


def _survives_a_crash(answer: Callable[[Path, Path], Any], releases: list[Path], current: Path) -> None:
    """Kill it in the middle, before the rename if it has one, and see that the next one gets through."""
    replace, rename = os.replace, os.rename

    def killed(*_: Any, **__: Any) -> None:
        raise _Killed

    os.replace = os.rename = killed
    try:
        answer(releases[1], current)
    except _Killed:
        pass
    except Exception as error:
        raise Wrong(f"activate raised {type(error).__name__}: {error}") from error
    finally:
        os.replace, os.rename = replace, rename
    try:
        answer(releases[2], current)
    except OSError as error:
        raise Wrong(
            f"One who switched before you was killed half-way, and now nobody can switch: {type(error).__name__}."
        ) from error
    _expect_link(current, releases[2])


@exercise(
    "1.5.3",
    hints=(
        "'10' < '9' is true: names are compared letter by letter. int(name) is a number.",
        "After a rollback the live release is not the newest one.",
        "newest[-0:] is the whole list.",
    ),
)
def spare(answer: Callable[[list[str], str, int], Any]) -> str:
    """a function that takes the names of the releases, the live one, and how many to keep"""
    for names, live, keep in _cases():
        newest = sorted(names, key=int, reverse=True)[:keep]
        wanted = {name for name in names if name != live and name not in newest}
        told = f"releases {', '.join(names)}, of which {live} is live, and {keep} to keep"
        given = list(names)
        try:
            got = list(answer(given, live, keep))
        except Exception as error:
            raise Wrong(f"With {told} you raised {type(error).__name__}: {error}") from error
        if live in got:
            raise Wrong(f"With {told}: you would delete {live}, on which the guests are.")
        if set(got) != wanted or len(got) != len(set(got)):
            raise Wrong(f"With {told}: {_names(wanted)} may go, and you say {_names(got)}.")
        if given != names:
            raise Wrong(f"With {told}: you changed the list that you were given, which is somebody else's.")
    return "Right. The tenth is newer than the ninth, and nobody saws off the branch that the guests sit on."


def _cases() -> Iterator[tuple[list[str], str, int]]:
    yield ["1", "2", "3", "4"], "4", 2
    yield ["8", "9", "10", "11"], "11", 2
    yield ["1", "2", "3", "4"], "1", 2
    yield ["1"], "1", 3
    for names, keep in itertools.product((["9", "10", "11"], ["3", "1", "2"], ["98", "99", "100"]), (0, 1, 2, 3, 9)):
        yield from ((names, live, keep) for live in names)


def _names(names: Any) -> str:
    return ", ".join(sorted(map(str, names))) or "none"


@exercise(
    "1.5.4",
    hints=(
        "Restart=on-failure and Restart=always both bring it back after a kill -9. Nothing said means Restart=no.",
        "EnvironmentFile= names a file that only root can read. Everybody can read a unit.",
        "systemd starts no shell, and looks for programs in no project's folder: write the whole path.",
    ),
)
def unit(answer: Any) -> str:
    """the text of a systemd unit"""
    if not isinstance(answer, str):
        raise Wrong(f"The text of a file is wanted, and you gave {type(answer).__name__}.")
    parser = configparser.ConfigParser(
        interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#", ";"), empty_lines_in_values=False
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names have capitals
    # To systemd a line that begins with spaces is a line like any other, and one that ends in \ goes on.
    lines = [line.strip() for line in re.sub(r"\\\n", " ", answer).splitlines()]
    if any("SECRET_KEY" in line for line in lines if not line.startswith(("#", ";"))):
        raise Wrong("A secret stands in the unit, which everybody on the machine can read.")
    try:
        parser.read_string("\n".join(lines))
    except configparser.Error as error:
        raise Wrong(f"systemd would not understand this file: {error}") from error
    if "Service" not in parser:
        raise Wrong("There is no section [Service].")
    _expect_service(dict(parser["Service"]))
    wanted_by = parser["Install"].get("WantedBy", "") if "Install" in parser else ""
    if wanted_by != "multi-user.target":
        raise Wrong("After a restart of the machine nobody starts it: [Install] wants WantedBy=multi-user.target.")
    return "Right. It comes back, is nobody in particular, and keeps its secrets in a file of their own."


def _expect_service(service: dict[str, str]) -> None:
    if service.get("Restart", "no") not in COMES_BACK:
        raise Wrong(f"Restart is {service.get('Restart', 'no')!r}: after a kill -9 it stays where it is.")
    if service.get("User", "root") in {"root", "0", ""}:
        raise Wrong("It runs as root: give it a User= of its own.")
    if service["User"] != "cafe":
        raise Wrong(f"The user is called cafe, and you have {service['User']!r}.")
    if service.get("EnvironmentFile", "").removeprefix("-") != "/etc/cafe/environment":
        raise Wrong(f"EnvironmentFile should be /etc/cafe/environment. It is {service.get('EnvironmentFile')!r}.")
    start = service.get("ExecStart", "")
    program, *words = start.split() or [""]
    if not program.startswith("/"):
        raise Wrong(f"ExecStart begins with {program!r}: systemd wants the whole path of the program.")
    if program != "/srv/cafe/current/.venv/bin/gunicorn" or "app:application" not in words:
        raise Wrong(
            f"ExecStart should run the gunicorn of the release's own .venv with app:application, not {start!r}."
        )

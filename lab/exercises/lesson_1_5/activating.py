"""1.5.2: another release becomes the live one, without a gap."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from lab.checks import Wrong, exercise


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

"""The doctor finds what is there, and says what its absence means."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clever.runner.engines import programs
from tests.workbook.samples import book_with, lesson_with
from workbook import engines, installing
from workbook.engines import Engine
from workbook.errors import BookError


def engine(**changes: object) -> Engine:
    row = {"name": "nginx", "version": ["--version"], "without": "x", "now": True, "apt": ["thing"], "brew": ["thing"]}
    return Engine(**(row | changes))


@pytest.fixture
def nginx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a program called nginx before all others, with what it answers on stderr when asked for its version."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    def put(answer: str) -> Path:
        file = tmp_path / "nginx"
        file.write_text(f"#!/bin/sh\necho '{answer}' >&2\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return file

    return put


def test_every_engine_of_the_table_is_one_that_the_runner_can_find() -> None:
    assert {each.name for each in engines.table()} == set(programs.ENGINES)
    assert all(each.without for each in engines.table())


def test_a_program_on_the_path_is_found_with_its_version(nginx: Callable[[str], Path]) -> None:
    file = nginx("nginx version: nginx/1.22.1 (built by hand)")

    found = engines.look_for(engine())

    assert (found.present, found.program, found.version) == (True, str(file), "1.22.1")


def test_an_absent_engine_is_absent(nginx: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    nginx("1.22.1")
    monkeypatch.setenv(programs.WITHOUT, "nginx")

    found = engines.look_for(engine())

    assert (found.present, found.version) == (False, "")


def test_a_program_without_a_version_is_there_all_the_same(nginx: Callable[[str], Path]) -> None:
    nginx("no idea")

    assert engines.look_for(engine()).version == "?"


def test_installing_asks_no_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(installing.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    _, install = installing.commands([engine(), engine(apt=["other", "more"])])

    assert install[:2] == ["apt-get", "install"]
    assert "-y" in install
    assert install[-3:] == ["thing", "other", "more"]


def test_without_root_or_sudo_the_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(installing.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(BookError, match="needs root and there is no sudo"):
        installing.commands([engine()])


def test_on_a_mac_homebrew_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(installing.shutil, "which", lambda name: f"/opt/homebrew/bin/{name}")

    assert installing.commands([engine()]) == [["brew", "install", "thing"]]
    assert installing.how_to_get(engine()) == "brew install thing"


def test_without_a_package_manager_the_engines_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing.shutil, "which", lambda name: None)

    with pytest.raises(BookError, match="install by your own means: nginx"):
        installing.commands([engine()])


def test_the_lessons_that_an_engine_is_for_are_read_from_their_cells(tmp_path: Path) -> None:
    cell = "```{code-cell}\n:name: a\n\n%%needs nginx redis\nx = 1\n```\n"
    book_with(tmp_path, lesson_with(cell), path="1_monolith/3_one")
    book_with(tmp_path, lesson_with(cell.replace(" redis", "")), path="1_monolith/10_two")
    book = book_with(tmp_path, lesson_with(""), path="1_monolith/2_none")

    assert engines.lessons(book) == {"nginx": ["1.3", "1.10"], "redis": ["1.3"]}


def test_what_is_only_pretended_to_be_missing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(programs.WITHOUT, "nginx")

    assert engine(name="nginx").pretended
    assert not engine(name="redis").pretended

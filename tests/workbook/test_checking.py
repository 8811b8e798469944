"""`inv check` runs every step, and the steps of our own find what they are for."""

from pathlib import Path

import polib

from workbook import locales, machine
from workbook.checking import Step, run
from workbook.errors import BookError


def test_every_step_runs_whatever_came_before() -> None:
    def fails() -> None:
        raise BookError("line one")

    results = list(run([Step("a", fails), Step("b", lambda: None)]))

    assert [(each.step.name, each.problem) for each in results] == [("a", "line one"), ("b", "")]


def test_a_path_of_this_machine_is_found_with_its_line(tmp_path: Path) -> None:
    named = tmp_path / "named.md"
    named.write_text("fine\nopen /home/ann/book/x\n")
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\xff\xfe /home/ann")
    other = tmp_path / "other.md"
    other.write_text("mysql:/" + "/home/ann@host, /home/anna and https://example.org/home/an")

    found = list(machine.problems(tmp_path, [named, picture, other], [Path("/home/ann"), Path("/")]))

    assert found == ["named.md:2: names /home/ann, a folder of this machine"]


def catalogue(folder: Path, **messages: str) -> Path:
    made = polib.POFile()
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for message, translation in messages.items():
        made.append(polib.POEntry(msgid=message, msgstr=translation))
    source = folder / "django.po"
    made.save(str(source))
    return source


def test_messages_compiled_and_complete_are_fine(tmp_path: Path) -> None:
    source = catalogue(tmp_path, Notice="공지")
    polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))

    assert list(locales.problems(tmp_path, source)) == []


def test_a_message_changed_since_it_was_compiled_is_found(tmp_path: Path) -> None:
    source = catalogue(tmp_path, Notice="공지")
    polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))
    catalogue(tmp_path, Notice="알림")

    assert list(locales.problems(tmp_path, source)) == ["django.po: changed since the .mo file was compiled"]


def test_a_message_without_a_translation_is_found(tmp_path: Path) -> None:
    problems = list(locales.problems(tmp_path, catalogue(tmp_path, Notice="")))

    assert problems[0].endswith("not translated: 'Notice'")
    assert problems[1] == "django.po: not compiled; the .mo file is missing"

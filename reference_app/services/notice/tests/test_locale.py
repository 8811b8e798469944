from pathlib import Path
from typing import Any

import pytest
from django.test import Client

import clever.service.notice

polib = pytest.importorskip("polib", reason="polib reads the catalogues; the workbook's dev group has it")
CATALOGUE = Path(clever.service.notice.__file__).parent / "locale/ko/LC_MESSAGES/django.po"


def test_every_string_has_its_korean() -> None:
    catalogue = polib.pofile(str(CATALOGUE))

    assert catalogue.untranslated_entries() == []
    assert catalogue.fuzzy_entries() == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    written = {
        (entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in polib.pofile(str(CATALOGUE))
    }
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))

    assert {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in compiled} == written


@pytest.mark.django_db
def test_a_korean_board_writes_times_as_koreans_do(client: Client, write: Any, at: Any) -> None:
    write(publish_from="2026-03-02T09:00:00+09:00")
    at("2026-03-02T12:00:00+09:00")

    assert "2026년 3월 2일 오전 9:00" in client.get("/board/", headers={"Accept-Language": "ko"}).content.decode()

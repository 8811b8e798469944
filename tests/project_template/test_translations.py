"""Translations as gettext reads them."""

import gettext
from io import BytesIO

import pytest

from workbook.project_template.translations import compile_one, compiled

PO = """\
msgid ""
msgstr ""
"Project-Id-Version: clever-service-notice\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "title"
msgstr "제목"

#, fuzzy
msgid "made at"
msgstr "아마도"
"""


def read(content: bytes) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(BytesIO(content))


def test_what_is_compiled_says_what_was_translated() -> None:
    assert read(compile_one(PO)).gettext("title") == "제목"


def test_what_nobody_has_agreed_to_is_not_said() -> None:
    assert read(compile_one(PO)).gettext("made at") == "made at"


def test_whose_translation_it_is_is_not_compiled() -> None:
    assert compile_one(PO) == compile_one(PO.replace("clever-service-notice", "orchard"))
    assert b"clever" not in compile_one(PO)


def test_a_compiled_file_lies_beside_each_file_of_translations() -> None:
    tree = compiled({"a/locale/ko/django.po": PO.encode(), "a/apps.py": b""})

    assert tree.keys() == {"a/locale/ko/django.po", "a/locale/ko/django.mo", "a/apps.py"}
    assert tree["a/locale/ko/django.mo"] == compile_one(PO)


def test_an_old_compiled_file_is_made_anew() -> None:
    tree = compiled({"django.po": PO.encode(), "django.mo": b"old"})

    assert tree["django.mo"] == compile_one(PO)


@pytest.mark.parametrize("place", ["templates/service/locale/ko/django.po", "templates/django.po"])
def test_what_is_a_template_itself_is_not_compiled(place: str) -> None:
    tree = {place: b"{% if %}"}

    assert compiled(tree) == tree

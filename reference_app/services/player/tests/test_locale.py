from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.utils import translation

import clever.service.player as service

MESSAGES = Path(service.__path__[0]) / "locale" / "ko" / "LC_MESSAGES"


def is_korean(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


def test_every_message_is_translated() -> None:
    po = polib.pofile(str(MESSAGES / "django.po"))

    assert po.percent_translated() == 100


def test_what_is_compiled_is_what_is_written() -> None:
    po, mo = polib.pofile(str(MESSAGES / "django.po")), polib.mofile(str(MESSAGES / "django.mo"))

    assert {(entry.msgid, entry.msgstr or entry.msgstr_plural[0]) for entry in mo} == {
        (entry.msgid, entry.msgstr or entry.msgstr_plural[0]) for entry in po
    }


@pytest.mark.parametrize("model", list(apps.get_app_config("player").get_models()))
def test_the_back_office_names_everything_in_korean(model: type) -> None:
    with translation.override("ko"):
        names = [str(model._meta.verbose_name), str(model._meta.verbose_name_plural)]
        names += [
            str(field.verbose_name) for field in model._meta.fields if not field.primary_key or field.name != "id"
        ]

    assert [name for name in names if not is_korean(name)] == []

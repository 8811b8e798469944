"""What is asked of a service's Korean: every message has its translation, and it is what people get to see."""

from pathlib import Path
from typing import ClassVar

import polib
from django.apps import apps
from django.utils import translation


class SpeaksKorean:
    """Tests of one app. A subclass names it: `class TestKorean(SpeaksKorean): app = "coupon"`."""

    app: ClassVar[str]
    # Names that need no Korean: the same in every language, or of a column that nobody is shown.
    as_they_are: ClassVar[set[str]] = set()

    @property
    def catalogue(self) -> Path:
        """The file of its messages."""
        return Path(apps.get_app_config(self.app).path) / "locale/ko/LC_MESSAGES/django.po"

    def test_every_message_is_translated(self) -> None:
        catalogue = polib.pofile(str(self.catalogue))

        assert len(catalogue) > 0
        assert [entry.msgid for entry in [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]] == []

    def test_what_is_compiled_is_what_is_written(self) -> None:
        compiled = polib.mofile(str(self.catalogue.with_suffix(".mo")))

        assert _messages(compiled) == _messages(polib.pofile(str(self.catalogue)))

    def test_the_back_office_names_everything_in_korean(self) -> None:
        with translation.override("ko"):
            models = [model._meta for model in apps.get_app_config(self.app).get_models()]
            names = {str(name) for model in models for name in (model.verbose_name, model.verbose_name_plural)}
            names |= {str(field.verbose_name) for model in models for field in model.fields}

        assert sorted(name for name in names - {"id", "ID"} - self.as_they_are if not _is_korean(name)) == []


def _messages(catalogue: polib.POFile | polib.MOFile) -> dict[tuple[str | None, str], object]:
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr for entry in catalogue if not entry.obsolete
    }


def _is_korean(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)

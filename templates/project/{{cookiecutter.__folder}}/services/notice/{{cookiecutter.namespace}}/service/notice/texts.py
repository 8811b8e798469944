"""A notice's text in the language somebody asked for, or in the other one where it has not been translated."""

from typing import Any

from django.db.models import CharField, F, FilteredRelation, Q, QuerySet, TextField
from django.db.models.functions import Coalesce, Left

from {{ cookiecutter.namespace }}.contracts.notice import Language
from {{ cookiecutter.namespace }}.service.notice.models import Notice

OTHER: dict[str, Language] = {"ko": "en", "en": "ko"}
EXCERPT = 240  # characters of a text that a list gets; it shows two lines of them


def in_language(rows: QuerySet[Notice], language: Language) -> QuerySet[Any]:
    """`rows` with `title` and `language` added, in one query for all of them; null where there is no text at all."""
    return rows.annotate(
        wanted=FilteredRelation("translations", condition=Q(translations__language=language)),
        other=FilteredRelation("translations", condition=Q(translations__language=OTHER[language])),
        title=Coalesce("wanted__title", "other__title"),
        language=Coalesce("wanted__language", "other__language"),
    )


def body() -> Coalesce:
    """The whole text of rows from `in_language`."""
    return Coalesce(F("wanted__body"), F("other__body"), output_field=TextField())


def excerpt() -> Left:
    """The beginning of the text of rows from `in_language`."""
    return Left(body(), EXCERPT, output_field=CharField())

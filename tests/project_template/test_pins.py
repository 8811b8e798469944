"""A project's images hold what its answers need of others, and nothing that they do not."""

import shutil
from itertools import product
from pathlib import Path

import pytest

from clever.runner.containers.images import pins
from clever.runner.containers.images.distributions import folders
from tests.project_template.rendering import rendered
from workbook.book import REPOSITORY
from workbook.errors import BookError
from workbook.project_template import pins as template_pins
from workbook.project_template.building import PROJECT
from workbook.project_template.freshness import TEMPLATE
from workbook.project_template.pins import EXTRAS, PLACE, with_pins_of_extras

ANSWERS = [dict(zip(EXTRAS, answers, strict=True)) for answers in product(["no", "yes"], repeat=len(EXTRAS))]
LIBRARIES = {"sentry": "sentry-sdk==", "opentelemetry": "opentelemetry-sdk=="}


@pytest.fixture(scope="module")
def text() -> str:
    return with_pins_of_extras({}, REPOSITORY)[PLACE].decode()


@pytest.mark.parametrize("answers", ANSWERS, ids=str)
def test_the_packages_are_those_that_the_workbook_is_locked_to(text: str, answers: dict[str, str]) -> None:
    extras = [extra for question, extra in EXTRAS.items() if answers[question] == "yes"]

    assert rendered(text, **answers) == pins.requirements(REPOSITORY, *extras)


@pytest.mark.parametrize("answers", ANSWERS, ids=str)
def test_a_library_is_there_with_the_answer_that_needs_it(text: str, answers: dict[str, str]) -> None:
    packages = rendered(text, **answers)

    assert {question: library in packages for question, library in LIBRARIES.items()} == {
        question: answer == "yes" for question, answer in answers.items()
    }


@pytest.mark.parametrize("stage", ["monolith", "split"])
@pytest.mark.parametrize("answers", ANSWERS, ids=str)
def test_a_stage_asks_for_the_extras_so_that_pinning_anew_finds_them(stage: str, answers: dict[str, str]) -> None:
    file = REPOSITORY / TEMPLATE / PROJECT / f"stages/{stage}/pyproject.toml"
    others = {"namespace": "acme", "project_name": "Acme", "first_service": "orders", "example": "no"}

    table = rendered(file.read_text(encoding="utf-8"), **others, **answers)

    asked = {question: f'"acme-kit[{extra}]"' in table for question, extra in EXTRAS.items()}
    assert asked == {question: answer == "yes" for question, answer in answers.items()}


def test_what_is_asked_for_with_an_extra_is_found_in_the_build(tmp_path: Path) -> None:
    kit = shutil.copytree(REPOSITORY / "reference_app/kit", tmp_path / "kit", ignore=shutil.ignore_patterns("tests"))

    assert folders(tmp_path, "clever-kit[sentry,tracing]") == [kit]


def test_another_version_with_an_extra_than_without_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {(): "django==6\n    --hash=a\n", ("sentry",): "django==5\n    --hash=b\nsentry-sdk==2\n"}
    monkeypatch.setattr(template_pins.pins, "requirements", lambda root, *extras: said[extras])

    with pytest.raises(BookError, match=r"^sentry: other versions than without it: django==6"):
        with_pins_of_extras({}, REPOSITORY)

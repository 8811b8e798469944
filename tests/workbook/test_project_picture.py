"""The picture of a project is drawn from what the template gives, and says the same to whoever does not see it."""

import re
from html import escape

import pytest

from clever.runner.stagefile import StageFile
from workbook.book import LANGUAGES, REPOSITORY
from workbook.site.project_picture import WANTED, picture, stage_of_a_project, with_pictures


@pytest.fixture(scope="module")
def split() -> StageFile:
    return stage_of_a_project("split", REPOSITORY)


def test_a_project_s_stage_is_that_of_whoever_only_presses_enter(split: StageFile) -> None:
    assert set(split.projects) == {"backoffice", "permitter", "orders"}


def test_every_project_its_database_and_the_front_stand_in_it(split: StageFile) -> None:
    drawn = picture(split, "Said")

    words = re.findall(r"<text[^>]*>(?:<tspan[^>]*>)?([^<]+)", drawn)
    for name in split.projects:
        assert words.count(name) >= 2  # itself, and its database
    assert split.nginx is not None
    assert any(str(split.nginx.port) in word for word in words)


def test_it_takes_its_ink_from_the_page_and_says_what_it_shows(split: StageFile) -> None:
    drawn = picture(split, "A project & its databases")

    assert "\n" not in drawn
    assert "stroke: currentColor" in drawn
    assert "<title" in drawn
    assert ">A project &amp; its databases</title>" in drawn
    assert "orders: /api/orders/ -&gt; permitter" in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_for_it_in_its_own_words(language: str) -> None:
    page = (REPOSITORY / f"docs/{language}/project.md").read_text(encoding="utf-8")

    [wanted] = WANTED.findall(page)
    shown = with_pictures(page, REPOSITORY)

    assert wanted[0] == "split"
    assert shown.count("<svg") == 1
    assert f">{escape(' '.join(wanted[1].split()))}</title>" in shown
    assert "<!--" not in shown

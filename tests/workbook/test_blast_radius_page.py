"""The page of who falls with whom says what each stage's file says today."""

from clever.runner import load_stage
from workbook.book import REPOSITORY
from workbook.site.blast_radius_page import blast_radius_page


def test_each_stage_has_a_table_with_a_row_for_each_project_that_may_die() -> None:
    page = blast_radius_page([load_stage("monolith", REPOSITORY), load_stage("split", REPOSITORY)])

    monolith, split = page.split("## ")[1:]
    assert "| dies | vid | player | coupon | notice | link | app | archive |" in monolith
    assert monolith.count("**falls**") == 7
    assert "| **vid** | - | **falls** | *limps* | - | - | - | - | - | - |" in split
    assert "| **app** | - | - | - | - | - | - | **falls** | **falls** | - |" in split


def test_the_page_follows_the_file() -> None:
    split = load_stage("split", REPOSITORY)
    alone = split.model_copy(
        update={"projects": {"coupon": split.projects["coupon"].model_copy(update={"calls": ()})}, "permits": {}}
    )

    assert "| **coupon** | **falls** |" in blast_radius_page([alone])

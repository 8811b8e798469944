"""The answers are what a table says, so the table has to say what Django's databases would."""

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_2_5.old_code import MIGRATIONS, breaks


def test_a_default_in_the_table_is_the_difference_between_the_two_channels():
    assert breaks(MIGRATIONS["channel"]) == "writes"
    assert breaks(MIGRATIONS["channel in the database"]) == "nothing"


def test_a_column_that_is_gone_breaks_all_and_one_that_is_new_and_may_be_empty_nothing():
    assert {breaks(MIGRATIONS[name]) for name in ("title", "no active")} == {"reads and writes"}
    assert {breaks(MIGRATIONS[name]) for name in ("note", "index")} == {"nothing"}


def test_a_migration_that_is_left_out_and_one_that_nobody_knows_are_named():
    right = {name: breaks(one) for name, one in MIGRATIONS.items()}

    assert judge(find("2.5.2"), right).passed
    assert "say nothing of 'index'" in judge(find("2.5.2"), {k: v for k, v in right.items() if k != "index"}).line
    assert "no migration 'tea'" in judge(find("2.5.2"), {**right, "tea": "nothing"}).line

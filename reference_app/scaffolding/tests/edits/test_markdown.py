import pytest

from clever.scaffolding.edits.errors import NoPlace
from clever.scaffolding.edits.markdown import with_row

HEADER = "| who | what |"
TEXT = f"# Title\n\n{HEADER}\n|---|---|\n| a | b |\n\nMore.\n"


def test_a_row_comes_last_in_its_table() -> None:
    assert with_row(TEXT, HEADER, "| c | d |") == TEXT.replace("| a | b |\n", "| a | b |\n| c | d |\n")


def test_a_table_at_the_end_of_a_file_is_one_too() -> None:
    assert with_row(f"{HEADER}\n|---|---|", HEADER, "| c | d |") == f"{HEADER}\n|---|---|\n| c | d |\n"


def test_without_the_table_there_is_no_place() -> None:
    with pytest.raises(NoPlace, match="no table"):
        with_row(TEXT, "| when |", "| c |")

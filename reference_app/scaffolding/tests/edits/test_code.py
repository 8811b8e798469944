import pytest

from clever.scaffolding.edits.code import with_entry
from clever.scaffolding.edits.errors import NoPlace


@pytest.mark.parametrize(
    ("source", "entry", "changed"),
    [
        ('NAMES = ["a", "b"]  # both\n', '"c"', 'NAMES = ["a", "b", "c"]  # both\n'),
        ('NAMES = ("가",)\n', '"c"', 'NAMES = ("가", "c",)\n'),
        ('NAMES = {**others, "a": 1}\n', '"b": 2', 'NAMES = {**others, "a": 1, "b": 2}\n'),
        ('X = 1\nNAMES = [\n    "a",  # first\n]\n', '"b"', 'X = 1\nNAMES = [\n    "a", "b",  # first\n]\n'),
    ],
)
def test_an_entry_comes_last_whatever_it_is_an_entry_of(source: str, entry: str, changed: str) -> None:
    assert with_entry(source, "NAMES", entry) == changed


@pytest.mark.parametrize(
    "source", ["", "OTHERS = [1]\n", "NAMES = []\n", "NAMES = names()\n", "def f():\n    NAMES = [1]\n"]
)
def test_without_a_list_there_is_no_place(source: str) -> None:
    with pytest.raises(NoPlace, match="NAMES is"):
        with_entry(source, "NAMES", "2")

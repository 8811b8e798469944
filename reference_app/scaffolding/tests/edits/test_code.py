import pytest

from clever.scaffolding.edits.code import with_entry, with_line_after
from clever.scaffolding.edits.errors import NoPlace


@pytest.mark.parametrize(
    ("source", "entry", "changed"),
    [
        ('NAMES = ["a", "b"]  # both\n', '"c"', 'NAMES = ["a", "b", "c"]  # both\n'),
        ('NAMES = ("가",)\n', '"c"', 'NAMES = ("가", "c",)\n'),
        ('NAMES = {**others, "a": 1}\n', '"b": 2', 'NAMES = {**others, "a": 1, "b": 2}\n'),
        ("NAMES = []\n", '"c"', 'NAMES = ["c"]\n'),
        ("NAMES = {}\n", '"b": 2', 'NAMES = {"b": 2}\n'),
        ('X = 1\nNAMES = [\n    "a",  # first\n]\n', '"b"', 'X = 1\nNAMES = [\n    "a", "b",  # first\n]\n'),
    ],
)
def test_an_entry_comes_last_whatever_it_is_an_entry_of(source: str, entry: str, changed: str) -> None:
    assert with_entry(source, "NAMES", entry) == changed


@pytest.mark.parametrize(
    "source", ["", "OTHERS = [1]\n", "NAMES = ()\n", "NAMES = names()\n", "def f():\n    NAMES = [1]\n"]
)
def test_without_a_list_there_is_no_place(source: str) -> None:
    with pytest.raises(NoPlace, match="NAMES is"):
        with_entry(source, "NAMES", "2")


SOURCE = "import a\n\nurls = make(\n    1,\n)\nadd(1)\nadd(2)\n\nlast = 1\n"


@pytest.mark.parametrize(
    ("start", "unless_after", "changed"),
    [
        ("import ", "", SOURCE.replace("import a\n", "import a\nnew\n")),
        ("urls = ", "", SOURCE.replace("    1,\n)\n", "    1,\n)\nnew\n")),
        ("urls = ", "add(", SOURCE.replace("add(2)\n", "add(2)\nnew\n")),
        ("urls = ", "drop(", SOURCE.replace("    1,\n)\n", "    1,\n)\nnew\n")),
    ],
)
def test_a_line_comes_after_the_last_of_its_kind(start: str, unless_after: str, changed: str) -> None:
    assert with_line_after(SOURCE, start, "new", unless_after=unless_after) == changed


def test_where_no_statement_begins_so_there_is_no_place() -> None:
    with pytest.raises(NoPlace, match="no statement begins with from x"):
        with_line_after(SOURCE, "from x", "new")

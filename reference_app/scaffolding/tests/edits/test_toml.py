import pytest
import tomlkit

from clever.scaffolding.edits.errors import NoPlace
from clever.scaffolding.edits.toml import add, append, place_in, replaced

TEXT = """\
[a] # first
x = 1
names = ["one"]

# Of b.
[b]
names = [
  "one", # the first
  "two",
]
text = "a[b]"
"""


def test_a_key_comes_before_what_leads_over_to_the_next_table() -> None:
    document = tomlkit.parse(TEXT)

    add(document["a"], "y", 2)

    assert tomlkit.dumps(document) == TEXT.replace('["one"]\n\n', '["one"]\ny = 2\n\n')


def test_a_list_on_one_line_stays_on_one_line() -> None:
    document = tomlkit.parse(TEXT)

    append(place_in(document, "a", "names"), "two")

    assert tomlkit.dumps(document) == TEXT.replace('["one"]', '["one", "two"]')


def test_a_list_on_several_lines_gets_one_more() -> None:
    document = tomlkit.parse(TEXT)

    append(place_in(document, "b", "names"), "three")

    assert tomlkit.dumps(document) == TEXT.replace('  "two",\n', '  "two",\n  "three",\n')


def test_a_string_is_changed_in_one_place() -> None:
    assert replaced(tomlkit.parse(TEXT)["b"]["text"], "]", ",c]") == "a[b,c]"


@pytest.mark.parametrize("part", ["z", "a"])
def test_a_part_that_is_not_there_exactly_once_is_no_place(part: str) -> None:
    with pytest.raises(NoPlace, match="exactly once"):
        replaced(tomlkit.string("a[a]"), part, "x")


def test_a_path_that_ends_is_told_as_far_as_it_goes() -> None:
    with pytest.raises(NoPlace, match=r"there is no a\.c"):
        place_in(tomlkit.parse(TEXT), "a", "c", "d")

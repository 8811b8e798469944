import pytest

from lab.sources import code_lines
from lab.sources.counting import count
from lab.sources.places import NotThere

SOURCE = '''"""A module.

Of two paragraphs.
"""

# A comment.
LIMIT = 3  # and one behind code

TEXT = """two
lines"""


class Thing:
    """What it is."""

    def do(
        self,
    ) -> str:
        """What it does."""
        # not yet
        return "# no comment"
'''


def test_blanks_comments_and_docstrings_are_no_code():
    assert count(SOURCE) == len(
        ["LIMIT = 3", 'TEXT = """two', 'lines"""', "class Thing:", "def do(", "self,", ") -> str:", "return"]
    )


def test_a_file_of_nothing_but_a_docstring_has_no_code():
    assert count('"""Its own facts."""\n') == 0


def test_a_service_is_the_sum_of_its_modules():
    modules = ["page", "queries", "owed", "actions", "api", "admin", "models", "local", "apps"]

    assert code_lines("event") == code_lines(*(f"event.{module}" for module in modules)) > 100


def test_a_package_within_a_part_can_be_counted():
    assert 0 < code_lines("kit.outbox") < code_lines("kit")


def test_a_place_that_is_not_there_is_named():
    with pytest.raises(NotThere, match="event has no module or package 'magic'"):
        code_lines("event.magic")

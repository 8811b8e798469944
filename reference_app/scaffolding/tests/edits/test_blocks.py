import pytest

from clever.scaffolding.edits.blocks import with_addition
from clever.scaffolding.edits.errors import NoPlace

THERE = """\
# What it is.
x-alike: &alike { restart: always }

services:
  databases:
    command: [event] # one each

  # Of the others it needs nothing.
  event: &event
    <<: *alike
    environment:
      COLOUR: "red # and not blue"
  nginx:
    ports:
      - "127.0.0.1:${PORT:-80}:80"

secrets:
  event: { file: event.env }
"""


def test_what_is_new_comes_last_and_all_else_stays_as_it_is() -> None:
    added = with_addition(THERE, "services:\n  tides:\n    image: tides\n\nsecrets:\n  tides: { file: tides.env }\n")

    assert added == THERE.replace(':80"\n', ':80"\n  tides:\n    image: tides\n') + "  tides: { file: tides.env }\n"


def test_tables_merge_as_deep_as_both_have_them() -> None:
    added = with_addition(THERE, "services:\n  event:\n    environment:\n      SHAPE: round\n")

    assert added == THERE.replace('blue"\n', 'blue"\n      SHAPE: round\n')


def test_a_list_gets_one_more_whichever_way_it_is_written() -> None:
    added = with_addition(
        THERE, 'services:\n  databases:\n    command: [tides]\n  nginx:\n    ports:\n      - "81:81"\n'
    )

    assert added == THERE.replace("[event] # one", "[event, tides] # one").replace(':80"\n', ':80"\n      - "81:81"\n')


def test_a_list_that_is_empty_gets_its_first() -> None:
    assert with_addition("names: []\n", "names: [tides]\n") == "names: [tides]\n"


def test_comments_before_a_key_stay_with_it() -> None:
    added = with_addition("a:\n  b: 1\n\n# Of c.\nc:\n  d: 2\n", "a:\n  e: 3\n")

    assert added == "a:\n  b: 1\n  e: 3\n\n# Of c.\nc:\n  d: 2\n"


@pytest.mark.parametrize(
    ("addition", "where"),
    [
        ("secrets:\n  event: { file: other.env }\n", "secrets.event"),
        ("services:\n  databases:\n    command:\n      - tides\n", "services.databases.command"),
        ("services:\n  event:\n    - tides\n", "services.event"),
    ],
)
def test_what_is_said_already_is_not_said_otherwise(addition: str, where: str) -> None:
    with pytest.raises(NoPlace, match=f"{where} is"):
        with_addition(THERE, addition)


def test_to_a_file_of_comments_alone_everything_is_new():
    added = with_addition("# What is added\n# goes here.\n", "services:\n  tea: {}\n")

    assert added == "# What is added\n# goes here.\nservices:\n  tea: {}\n"

"""What goes with a line that is cut, and what stays."""

import re
from collections.abc import Callable

import pytest

from workbook.project_template.cutting import without_blocks, without_lines, without_paragraphs

COMPOSE = """\
services:
  # Knows who plays.
  # It asks vid.
  player:
    image: player

    ports:
      - 8001

  # Says what is new.
  notice:
    image: notice
"""
NGINX = """\
http {
  upstream vid { server 127.0.0.1:1; }
  # Long ones.
  location /api/archive/ {
    client_max_body_size 11m;
  }
  ; of the top
  location /api/ {
    proxy_pass http://vid;
  }
}
"""
PYTHON = """\
CALLS = [
    "player",
]
URL = "local:"
"""
PARAGRAPHS = """\
# What runs.
[program:web]
command = web

[program:pending]
command = manage.py
  --every 5


[program:last]
command = last
"""


def test_only_the_lines_in_which_it_is_found_go() -> None:
    text = "VID_URL = 1\nNAME = 'VID_URL'\n\nb = 2\n"

    assert without_lines(text, re.compile("^VID_")) == "NAME = 'VID_URL'\n\nb = 2\n"


def test_a_block_takes_the_comments_above_it_and_all_that_is_indented_more_along() -> None:
    assert without_blocks(COMPOSE, re.compile("^  player:")) == (
        "services:\n\n  # Says what is new.\n  notice:\n    image: notice\n"
    )


def test_a_block_at_the_end_takes_the_blank_line_above_it_along() -> None:
    assert without_blocks(COMPOSE, re.compile("^  notice:")) == COMPOSE.partition("\n  # Says")[0]


def test_of_the_blank_lines_above_and_below_a_block_one_stays() -> None:
    text = "one:\n  a\n\ntwo:\n  b\n\nthree:\n  c\n"

    assert without_blocks(text, re.compile("^two:")) == "one:\n  a\n\nthree:\n  c\n"


def test_neighbouring_blocks_go_together() -> None:
    text = "one:\n  a\n\n# 2\ntwo:\n  b\n# 3\nthree:\n  c\n\nfour:\n  d\n"

    assert without_blocks(text, re.compile("^(two|three):")) == "one:\n  a\n\nfour:\n  d\n"


def test_a_block_takes_the_bracket_that_closes_it_along_and_not_that_of_another() -> None:
    assert without_blocks(NGINX, re.compile("location /api/archive/")) == NGINX.replace(
        "  # Long ones.\n  location /api/archive/ {\n    client_max_body_size 11m;\n  }\n", ""
    )
    assert without_blocks(NGINX, re.compile("location /api/ ")) == NGINX.partition("  ; of the top")[0] + "}\n"


def test_a_block_of_one_line_takes_nothing_along() -> None:
    upstream = "  upstream vid { server 127.0.0.1:1; }\n"

    assert without_blocks(NGINX, re.compile("upstream vid")) == NGINX.replace(upstream, "")
    assert without_blocks(f"http {{\n{upstream}}}\n", re.compile("upstream vid")) == "http {\n}\n"


@pytest.mark.parametrize("above", ["# of the file\n\n", "  # of something deeper\n", "x = 1  # of x\n"])
def test_a_comment_stays_that_is_no_comment_of_the_block(above: str) -> None:
    assert without_blocks(above + PYTHON, re.compile("^CALLS")) == above + 'URL = "local:"\n'


def test_a_block_may_be_all_that_there_is() -> None:
    assert without_blocks("# first\na:\n  b\n", re.compile("^a:")) == ""


def test_a_paragraph_goes_with_its_comment_and_its_indented_lines() -> None:
    assert without_paragraphs(PARAGRAPHS, re.compile(r"program:web")) == PARAGRAPHS.partition("\n\n")[2]
    assert without_paragraphs(PARAGRAPHS, re.compile(r"program:pending")) == PARAGRAPHS.replace(
        "[program:pending]\ncommand = manage.py\n  --every 5\n\n\n", "\n"
    )


def test_after_the_last_paragraph_no_blank_line_is_left() -> None:
    assert without_paragraphs(PARAGRAPHS, re.compile("program:last")) == PARAGRAPHS.partition("\n\n\n")[0] + "\n"


def test_a_blank_line_before_an_indented_one_ends_no_paragraph() -> None:
    text = "def a():\n    one()\n\n    two()\n\nb = 1\n"

    assert without_paragraphs(text, re.compile("one")) == "b = 1\n"


@pytest.mark.parametrize("cut", [without_lines, without_blocks, without_paragraphs])
@pytest.mark.parametrize("text", [COMPOSE, NGINX, PYTHON, PARAGRAPHS, "", "\n\n\na\n\n\n\nb", "no end"])
def test_where_nothing_is_found_the_text_stays_as_it_is(cut: Callable[[str, re.Pattern[str]], str], text: str) -> None:
    assert cut(text, re.compile("nowhere")) == text

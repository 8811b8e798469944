"""What is taken for a name or a sentence reads the same wherever a project has it."""

import ast
import string
import tomllib
from collections.abc import Callable, Mapping

import pytest
import yaml
from bs4 import BeautifulSoup
from django.template import Context, Engine
from markdown_it import MarkdownIt

from tests.project_template.hook import Hook

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STRINGS: Mapping[str, Callable[[str], str]] = {
    "Python": lambda text: ast.literal_eval(f'"{text}"'),
    "TOML": lambda text: tomllib.loads(f'key = "{text}"')["key"],
    "YAML": lambda text: yaml.safe_load(f'key: "{text}"')["key"],
    "HTML": lambda text: soup(f"<p>{text}</p>").get_text(),
    "an attribute": lambda text: str(soup(f'<p title="{text}">')("p")[0]["title"]),
}
TEXTS: Mapping[str, Callable[[str], str]] = {
    "a shell's string": lambda text: string.Template(text).substitute(),
    "a format": lambda text: text.format(),
    "an old format": lambda text: text % (),
    "a template": lambda text: Engine().from_string(text).render(Context()),
    "a heading": lambda text: soup(MARKDOWN.render(f"# {text}"))("h1")[0].get_text(),
    "a paragraph": lambda text: soup(MARKDOWN.render(f"{text}!"))("p")[0].get_text().removesuffix("!"),
    "a paragraph, twice": lambda text: soup(MARKDOWN.render(f"{text} {text}"))("p")[0].get_text()[len(text) + 1 :],
    "a table": lambda text: soup(MARKDOWN.render(f"| a |\n| - |\n| {text} |"))("td")[0].get_text(),
}
MARKS = [form.replace("?", mark) for mark in string.punctuation for form in ("a?b?c", "a ?b? c", "?a ? b?", "??a??b")]
LINES = [
    *("R&D", "a &amp; b", "a &copy b", "a & b;", "[a](b)", "1. a", "1) a", "- a", "+ a", "* a", "a ##", "# a"),
    *("a\tb", "a\nb", "a\rb", "a\x85b", "a\u2028b", "a\x0bb", "a\x7fb", "a\0b", "a\ud800b", "a\ufffeb", "a\uffffb"),
    *("게임 서버", "שלום a", "\U0001f469\u200d\U0001f680", "e\u0301", "a\u00a0b", "a\u200fb", "a  b", " a", "a "),
]


@pytest.mark.filterwarnings("ignore:invalid escape sequence:SyntaxWarning")
def test_a_name_that_is_taken_reads_the_same_everywhere(hook: Hook) -> None:
    taken = [name for name in MARKS + LINES if hook.takes("project_name", name)]

    assert len(taken) > 30
    assert [(name, where) for name in taken for where in spoilt(name, STRINGS | TEXTS)] == []


@pytest.mark.parametrize("prompt", ["description", "author"])
@pytest.mark.filterwarnings("ignore:invalid escape sequence:SyntaxWarning")
def test_a_sentence_that_is_taken_reads_the_same_in_every_string(hook: Hook, prompt: str) -> None:
    taken = [sentence for sentence in MARKS + LINES if hook.takes(prompt, sentence)]

    assert len(taken) > 60
    assert [(sentence, where) for sentence in taken for where in spoilt(sentence, STRINGS)] == []


@pytest.mark.parametrize("mark", "!#&'()+,-./:;=?@^_")
def test_a_mark_that_spoils_nothing_may_stand_in_a_name(hook: Hook, mark: str) -> None:
    assert hook.takes("project_name", f"a{mark}b")


@pytest.mark.parametrize("mark", "$%*[]|~")
def test_a_sentence_may_hold_more_marks_than_a_name(hook: Hook, mark: str) -> None:
    assert hook.takes("description", f"a{mark}b")
    assert not hook.takes("project_name", f"a{mark}b")


def spoilt(text: str, ways: Mapping[str, Callable[[str], str]]) -> list[str]:
    """Where the text would not read the same."""
    return [where for where, way in ways.items() if not _same(way, text)]


def soup(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "html.parser")


def _same(way: Callable[[str], str], text: str) -> bool:
    try:
        return way(text) == text
    except Exception:  # whatever a parser says, the text spoils what it stands in
        return False

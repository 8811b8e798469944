"""`templates/overlay/rules.toml`: what is cut and what is put in its place, by file and by answer."""

import re
import tomllib
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from workbook.errors import BookError
from workbook.project_template.cutting import without_blocks, without_lines, without_paragraphs
from workbook.project_template.tree import Tree, text_of


@dataclass(frozen=True)
class Rule:
    """What is other in the files of one pattern. Each part has to find something: one that does not is out of date."""

    files: str  # a pattern of places, such as `stages/*/README.md`
    lines: tuple[str, ...] = ()  # regular expressions of lines that go
    blocks: tuple[str, ...] = ()  # of lines that go with all that is indented below them, and the comment above
    paragraphs: tuple[str, ...] = ()  # of what stands between two blank lines
    replace: dict[str, str] = field(default_factory=dict)  # a regular expression, and what comes in its place

    def applied(self, tree: Tree, where: str) -> Tree:
        """The tree with the rule carried out. Raises BookError where it finds no file, or a part of it nothing."""
        places = [place for place in tree if fnmatch(place, self.files)]
        if not places:
            raise BookError(f"{where}: there is no file {self.files}; take the rule out, or mend it")
        changed = {place: self._text(text) for place in places if (text := text_of(tree[place])) is not None}
        for kind, patterns in self.parts().items():
            for pattern in patterns:
                if not any(found[kind, pattern] for _, found in changed.values()):
                    raise BookError(f"{where}: {kind} {pattern!r} finds nothing in {self.files}; it is out of date")
        return tree | {place: text.encode() for place, (text, _) in changed.items()}

    def parts(self) -> dict[str, tuple[str, ...]]:
        """The regular expressions, by their kind, in the order in which they are carried out."""
        return {
            "lines": self.lines,
            "blocks": self.blocks,
            "paragraphs": self.paragraphs,
            "replace": tuple(self.replace),
        }

    def _text(self, text: str) -> tuple[str, dict[tuple[str, str], bool]]:
        found = {}
        cuts = {"blocks": without_blocks, "paragraphs": without_paragraphs, "lines": without_lines}
        for kind, patterns in self.parts().items():
            for pattern in patterns:
                before = text
                if kind == "replace":
                    text = re.sub(pattern, self.replace[pattern], text, flags=re.MULTILINE)
                else:
                    text = cuts[kind](text, re.compile(pattern))
                found[kind, pattern] = text != before
        return text, found


@dataclass(frozen=True)
class Only:
    """Places that are there with certain answers alone."""

    files: tuple[str, ...]
    answers: dict[str, tuple[str, ...]]  # question -> the answers with which they stay


@dataclass(frozen=True)
class Rules:
    """Rules for every project, and those for one without the publisher's domain."""

    always: tuple[Rule, ...]
    without_example: tuple[Rule, ...]
    left_out: tuple[str, ...]  # patterns of places that no project gets
    example: tuple[str, ...]  # and of those that only one with the domain gets
    only: tuple[Only, ...] = ()


def read_rules(file: Path) -> Rules:
    """Raises BookError where the file is none such."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return Rules(
            always=tuple(map(_rule, table["always"])),
            without_example=tuple(map(_rule, table["without_example"])),
            left_out=tuple(table["left_out"]),
            example=tuple(table["example"]),
            only=tuple(map(_only, table["only"])),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BookError(f"{file}: {error}") from error


def carried_out(rules: tuple[Rule, ...], tree: Tree, where: str) -> Tree:
    """The tree after all of the rules, one after the other."""
    for rule in rules:
        tree = rule.applied(tree, where)
    return tree


def without(tree: Tree, patterns: tuple[str, ...], where: str) -> Tree:
    """The tree without the files of these patterns. Raises BookError for a pattern that finds none."""
    for pattern in patterns:
        if not any(fnmatch(place, pattern) for place in tree):
            raise BookError(f"{where}: there is no file {pattern}; take the pattern out, or mend it")
    return {place: content for place, content in tree.items() if not any(fnmatch(place, each) for each in patterns)}


def _rule(table: dict[str, Any]) -> Rule:
    """Raises TypeError or ValueError, with the pattern of files, where a part of it is none such."""
    lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    rule = Rule(**lists)
    for kind, patterns in rule.parts().items():
        if not isinstance(patterns, tuple):
            raise TypeError(f"{rule.files}: {kind} is no list; put {patterns!r} in brackets")
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{rule.files}: {kind} {pattern!r} is no regular expression: {error}") from error
    return rule


def _only(table: dict[str, Any]) -> Only:
    answers = {name: tuple(value) for name, value in table.items() if name != "files"}
    return Only(tuple(table["files"]), answers)

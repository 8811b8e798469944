"""Rules change what they find, and one that finds nothing stops everything."""

from pathlib import Path
from typing import Any

import pytest

from workbook.errors import BookError
from workbook.project_template.rules import Only, Rule, carried_out, read_rules, without

TREE = {
    "split/stage.toml": b"[projects.vid]\nport = 1\n\n[projects.permitter]\nport = 2\n",
    "split/settings.py": b'CALLEES = [\n    "vid",\n]\nTIME_ZONE = "Asia/Seoul"\n',
    "monolith/settings.py": b'TIME_ZONE = "Asia/Seoul"\n',
    "split/logo.png": b"\x89PNG\0",
}
FILE = """
left_out = ["*/tests/*"]
example = []
without_example = []

[[always]]
files = "*.py"
lines = ['^VID_']
replace = { 'a' = 'b' }

[[only]]
files = [".github"]
ci = ["github", "both"]
"""


def test_each_part_of_a_rule_cuts_in_its_own_way() -> None:
    rule = Rule("split/*", lines=("^port = 2",), blocks=("^CALLEES",), paragraphs=("vid",), replace={"^TIME_.*": "Z"})

    changed = rule.applied(TREE, "always")

    assert changed["split/stage.toml"] == b"[projects.permitter]\n"
    assert changed["split/settings.py"] == b"Z\n"


def test_files_of_other_patterns_and_files_that_are_no_text_stay_as_they_are() -> None:
    changed = Rule("split/*", replace={"Seoul": "Tokyo"}).applied(TREE, "always")

    assert changed["monolith/settings.py"] == TREE["monolith/settings.py"]
    assert changed["split/logo.png"] == TREE["split/logo.png"]


def test_what_is_replaced_may_be_a_line_s_beginning_or_end_and_named_again() -> None:
    changed = Rule("split/*.py", replace={r"^TIME_ZONE = \"(\w+)/(\w+)\"$": r"CITY = '\2'"}).applied(TREE, "always")

    assert changed["split/settings.py"] == b"CALLEES = [\n    \"vid\",\n]\nCITY = 'Seoul'\n"


def test_a_part_that_finds_something_in_one_of_its_files_is_no_mistake() -> None:
    changed = Rule("*/settings.py", lines=('"vid"',)).applied(TREE, "always")

    assert changed["split/settings.py"] == b'CALLEES = [\n]\nTIME_ZONE = "Asia/Seoul"\n'
    assert changed["monolith/settings.py"] == TREE["monolith/settings.py"]


@pytest.mark.parametrize(
    "part",
    [
        {"lines": ("^VID_", "^CALLEES")},
        {"blocks": ("^CALLEES", "^VID_")},
        {"paragraphs": ("^VID_",)},
        {"replace": {"Seoul": "Tokyo", "^VID_": ""}},
        {"replace": {"^VID_": "", "TIME": "TIME"}},
    ],
    ids=str,
)
def test_a_part_that_finds_nothing_is_named_with_its_files(part: dict[str, Any]) -> None:
    rule = Rule("split/*.py", **part)

    [kind] = part
    with pytest.raises(BookError, match=rf"^always: {kind} '\^VID_' finds nothing in split/\*\.py; it is out of date$"):
        rule.applied(TREE, "always")


def test_blank_lines_are_nothing_that_a_paragraph_could_be_found_in() -> None:
    with pytest.raises(BookError, match="paragraphs 'vid' finds nothing"):
        Rule("a", paragraphs=("vid",)).applied({"a": b"one\n\n\ntwo\n"}, "always")


def test_a_rule_for_a_file_that_there_is_not_is_named() -> None:
    with pytest.raises(BookError, match=r"^always: there is no file swarm/\*; take the rule out, or mend it$"):
        Rule("swarm/*", lines=("a",)).applied(TREE, "always")


def test_rules_are_carried_out_one_after_the_other() -> None:
    first, second = Rule("monolith/*", replace={"Seoul": "Tokyo"}), Rule("*/settings.py", replace={"Tokyo": "Osaka"})

    assert carried_out((first, second), TREE, "always")["monolith/settings.py"] == b'TIME_ZONE = "Asia/Osaka"\n'
    with pytest.raises(BookError, match="replace 'Tokyo' finds nothing"):
        carried_out((second, first), TREE, "always")


def test_files_of_a_pattern_go_in_every_folder_below() -> None:
    tree = {"kit/tests/outbox/test_a.py": b"", "kit/tests/test_a.py": b"", "tests.py": b""}

    assert without(tree, ("*/tests/outbox/*",), "left_out").keys() == {"kit/tests/test_a.py", "tests.py"}
    assert without(tree, ("kit/*", "tests.py"), "left_out") == {}


def test_a_pattern_of_no_file_is_named() -> None:
    with pytest.raises(BookError, match=r"^example: there is no file services/gone/\*; take the pattern out"):
        without(TREE, ("split/*", "services/gone/*"), "example")


def test_rules_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(FILE)

    rules = read_rules(file)

    assert rules.left_out == ("*/tests/*",)
    assert rules.always == (Rule("*.py", lines=("^VID_",), replace={"a": "b"}),)
    assert rules.only == (Only((".github",), {"ci": ("github", "both")}),)


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ('files = "*.py"', "files = ", "Invalid value"),
        ("\nexample = []", "", "'example'"),
        ("replace =", "replaces =", "unexpected keyword argument 'replaces'"),
        ('files = "*.py"', "", "missing 1 required positional argument: 'files'"),
        ("lines = ['^VID_']", "lines = '^VID_'", r"\*\.py: lines is no list; put '\^VID_' in brackets"),
        ("'^VID_'", "'(VID_'", r"\*\.py: lines '\(VID_' is no regular expression"),
        ("'a' = 'b'", "'a[' = 'b'", r"\*\.py: replace 'a\[' is no regular expression"),
    ],
)
def test_a_file_that_holds_no_rules_is_named_with_what_is_wrong(
    tmp_path: Path, right: str, wrong: str, why: str
) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(FILE.replace(right, wrong))

    with pytest.raises(BookError, match=rf"rules\.toml: .*{why}"):
        read_rules(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"gone\.toml: .*No such file"):
        read_rules(tmp_path / "gone.toml")

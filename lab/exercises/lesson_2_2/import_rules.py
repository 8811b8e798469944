"""A rule on imports, tried on four little companies."""

import configparser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lab.boundaries.linter import lint
from lab.checks import Wrong, exercise

PARTS = ("contracts", "coupon", "player")
Tree = dict[str, str]
"""What each module imports beyond nothing, by the module's name."""

TALKING: Tree = {"coupon.actions": "publisher.contracts.player", "player.actions": "publisher.contracts.player"}
CASES: tuple[tuple[str, Tree, bool], ...] = (
    ("coupon and player import contracts, and nothing of each other", TALKING, True),
    ("coupon's actions import player's models", {**TALKING, "coupon.actions": "publisher.player.models"}, False),
    ("player's actions import coupon's models", {**TALKING, "player.actions": "publisher.coupon.models"}, False),
    (
        "coupon imports contracts, and somebody has let contracts import player's models",
        {**TALKING, "contracts.player": "publisher.player.models"},
        False,
    ),
)


@exercise(
    "2.2.5",
    hints=(
        "forbidden looks in one direction only. Which type holds modules apart from each other?",
        "type = independence, and under `modules =` one module a line, indented. contracts is none of them.",
        "[importlinter:contract:apart], name = ..., type = independence, modules = publisher.coupon, publisher.player",
    ),
)
def import_rule(answer: Any) -> str:
    """the text of one contract for import-linter, beginning with [importlinter:contract:...]"""
    if not isinstance(answer, str):
        raise Wrong(f"The text of a rule is wanted, and you gave {type(answer).__name__}.")
    _expect_one_contract(answer)
    for what, tree, wanted in CASES:
        kept, said = _lint(answer, tree)
        if kept is None:
            raise Wrong(f"import-linter cannot use your rule: {said}")
        if kept and not wanted:
            raise Wrong(f"In one company {what}. That must break your rule, and your rule is kept.")
        if wanted and not kept:
            raise Wrong(f"In one company {what}. That is how it should be, and your rule is broken by it.")
    return "Right. The wall between the two rooms has no door now, and no building permit is needed for it."


def _expect_one_contract(text: str) -> None:
    parser = configparser.ConfigParser()
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise Wrong(f"This is no INI file: {str(error).splitlines()[0]}") from error
    contracts = [name for name in parser.sections() if name.startswith("importlinter:contract:")]
    if len(contracts) != 1 or len(parser.sections()) != 1:
        raise Wrong(f"One section [importlinter:contract:NAME] is wanted; you have {parser.sections() or 'none'}.")


def _lint(rule: str, tree: Tree) -> tuple[bool | None, str]:
    """Whether the rule is kept in a package `publisher` like this; None, and why, where it is no rule."""
    with TemporaryDirectory(prefix="lab-rule-") as folder:
        place = Path(folder)
        _build(place / "publisher", tree)
        (place / ".importlinter").write_text(f"[importlinter]\nroot_package = publisher\n\n{rule}\n", encoding="utf-8")
        said = lint(place, first=place)
    if "Contracts: 1 kept" in said:
        return True, ""
    if "Contracts: 0 kept, 1 broken" in said:
        return False, ""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return None, lines[-1] if lines else "it said nothing"


def _build(package: Path, tree: Tree) -> None:
    for part in PARTS:
        (package / part).mkdir(parents=True)
        (package / part / "__init__.py").touch()
        for module in ("models", "actions", "player"):
            imported = tree.get(f"{part}.{module}")
            (package / part / f"{module}.py").write_text(f"import {imported}\n" if imported else "", encoding="utf-8")
    (package / "__init__.py").touch()

"""What a baked project is asked, the quick questions first."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Literal

from workbook.errors import BookError
from workbook.project_template.proof.baked import Baked
from workbook.project_template.proof.leftovers import leftovers
from workbook.project_template.proof.rows import Row
from workbook.project_template.proof.seen import Seen

type Step = tuple[str, Callable[[Baked], object]]

QUIET = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
# The same in every project, and tested where they are made; a project with other answers has them otherwise named.
ALIKE = ("kit", "contracts", "permittee", "services/permitter", "services/backoffice")
ONE_OF_A_KIND: defaultdict[str, Lock] = defaultdict(Lock)


type Tier = Literal["quick", "default", "full"]


def steps(row: Row, tier: Tier, seen: Seen) -> Iterator[Step]:
    """The steps for a row. quick: what starts nothing. full: also what the workbook's tests say of the same code.

    A folder of tests that another row has `seen` is not tested once more, but for full.
    """
    full = tier == "full"
    yield "leftovers", _nothing_is_left
    yield "ruff", _ruff
    yield "imports", _lint_imports
    if tier == "quick":
        return
    yield "production's settings", lambda baked: baked.python(*QUIET, "tests", "-n", "2")
    yield "own tests", lambda baked: _own_tests(baked, row, seen, full=full)
    yield "mypy", lambda baked: _mypy(baked, row)
    stage = "split" if row.stage == "containers" else row.stage  # whose projects they are; no image is built here
    yield f"{stage} behaves", lambda baked: _behaves(baked, stage, row, full=full)


def _nothing_is_left(baked: Baked) -> None:
    if found := list(leftovers(baked.folder)):
        raise BookError("\n".join(found[:20]))


def _ruff(baked: Baked) -> None:
    baked.python("-m", "ruff", "check", "--no-cache", "--output-format=concise")
    baked.python("-m", "ruff", "format", "--no-cache", "--check", "--quiet")


def _own_tests(baked: Baked, row: Row, seen: Seen, *, full: bool) -> None:
    kind = f"example={row.answers['example']}"  # of which the packages are that a service builds on
    for folder in baked.tested_apart:
        if full or (folder not in ALIKE and seen.is_new(baked.folder / folder, kind)):
            baked.python(*QUIET, inside=folder)


def _lint_imports(baked: Baked) -> None:
    baked.python("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache")


def _mypy(baked: Baked, row: Row) -> None:
    # It knows by their content what it has seen in another project of the same names, so those share what they know.
    kind = f"{baked.namespace}-{row.answers['example']}.mypy"
    with ONE_OF_A_KIND[kind]:
        baked.python("-m", "mypy", f"--cache-dir={baked.folder.parent.parent / kind}")


def _behaves(baked: Baked, stage: str, row: Row, *, full: bool) -> None:
    whole = full or row.answers["example"] == "yes"
    suite = f"{baked.namespace}.acceptance" if whole else f"{baked.namespace}.acceptance.generic"
    # Ours is installed here, and pytest would take it for the project's.
    plugin = ("-p", "no:clever.acceptance.plugin", "-p", f"{baked.namespace}.acceptance.plugin")
    baked.python(*QUIET, *plugin, "--pyargs", suite, f"--stage={stage}")

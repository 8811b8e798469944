"""Bake rows and take each through its steps, three at a time."""

import shutil
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workbook.errors import BookError
from workbook.project_template.baking import ONE_AT_A_TIME, bake
from workbook.project_template.proof.baked import Baked
from workbook.project_template.proof.rows import Row
from workbook.project_template.proof.seen import Seen
from workbook.project_template.proof.steps import Tier, steps

AT_ONCE = 3  # a stage that starts, and whoever asks it, wait a good deal of the time


@dataclass(frozen=True)
class Proof:
    """How a row went: the seconds of each step, and what was wrong with the last one."""

    row: Row
    seconds: dict[str, float]
    problem: str = ""


def prove(rows: Iterable[Row], root: Path, *, tier: Tier, tell: Callable[[str], None]) -> list[Proof]:
    """Bake each row and take it through its steps; a step that fails is its last. The folders are gone afterwards."""
    seen = Seen()
    with TemporaryDirectory(prefix="bakes-", ignore_cleanup_errors=True) as into, ThreadPoolExecutor(AT_ONCE) as lanes:
        return list(lanes.map(lambda row: _prove(row, root, Path(into, str(row.number)), tier, seen, tell), rows))


def _prove(row: Row, root: Path, folder: Path, tier: Tier, seen: Seen, tell: Callable[[str], None]) -> Proof:
    seconds: dict[str, float] = {}
    folder.mkdir()
    step = "bake"
    try:
        with ONE_AT_A_TIME:  # so that no bake is said to take the time for which it had to wait
            began = time.monotonic()
            baked = Baked(bake(root, folder, row.answers), row.answers["namespace"])
            seconds[step] = time.monotonic() - began
        for step, run in steps(row, tier, seen):
            tell(f"{row}: {step}")
            began = time.monotonic()
            run(baked)
            seconds[step] = time.monotonic() - began
        return Proof(row, seconds)
    except BookError as error:
        return Proof(row, seconds, f"{row}: {step}: {error}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)

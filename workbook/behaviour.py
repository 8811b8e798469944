"""The behaviour suite against each stage, started for the tests alone, on SQLite and on PostgreSQL."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from clever.acceptance.against import accept
from clever.runner.engines.postgresql import find_binaries, private_postgresql
from workbook.errors import BookError
from workbook.testing import Part, Tier


def parts(stages: list[str], tier: Tier) -> Iterator[Part]:
    """Two parts a stage, one a database. The fast tier starts nothing, so it has none."""
    if tier == "fast":
        return
    for stage in stages:
        yield Part(f"behaviour of {stage} on SQLite", partial(_on_sqlite, stage, tier))
        if find_binaries():
            yield Part(f"behaviour of {stage} on PostgreSQL", partial(_on_postgresql, stage, tier))
        elif os.environ.get("CI") == "true":
            raise BookError("PostgreSQL is missing, and with CI=true nothing is skipped; see 'inv doctor'")


def _on_sqlite(stage: str, tier: Tier, report: Path) -> bool:
    return accept(stage, pytest_arguments=_arguments(report, tier)) == 0


def _on_postgresql(stage: str, tier: Tier, report: Path) -> bool:
    with private_postgresql() as server:
        return accept(stage, database_url=server.create("acceptance"), pytest_arguments=_arguments(report, tier)) == 0


def _arguments(report: Path, tier: Tier) -> list[str]:
    return ["-q", f"--junitxml={report}", *(["--full"] if tier == "full" else [])]

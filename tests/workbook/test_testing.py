"""Tiers choose tests; the tally reads what pytest wrote."""

from pathlib import Path

import pytest

from workbook.errors import BookError
from workbook.testing import Tally, parts


def marks(tier: str) -> list[str]:
    return [part.arguments[part.arguments.index("-m") + 1] for part in parts(Path(), tier)]


def test_fast_needs_no_engines_and_starts_nothing() -> None:
    assert marks("fast") == ["not live and not full and not engine"]


def test_live_tests_run_by_themselves_and_long_ones_only_in_full() -> None:
    assert marks("default") == ["not live and not full", "live and not full"]
    assert marks("full") == ["not live", "live"]


def test_a_stage_brings_its_tests_and_the_acceptance_suite(tmp_path: Path) -> None:
    stage = tmp_path / "reference_app/stages/monolith/stage.toml"
    stage.parent.mkdir(parents=True)
    stage.touch()

    assert parts(tmp_path, "default", "monolith")[0].arguments[:2] == [
        "reference_app/stages/monolith",
        "reference_app/acceptance",
    ]
    with pytest.raises(BookError, match="there is no stage 'mono'; there are: monolith"):
        parts(tmp_path, "default", "mono")


def test_the_tally_counts_failures_errors_and_reasons(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="2" time="1.5">'
        '<testcase><skipped message="nginx is missing"/></testcase><testcase><skipped message="nginx is missing"/>'
        "</testcase></testsuite></testsuites>"
    )
    tally = Tally()

    tally.add(report)
    tally.add(report)

    assert (tally.tests, tally.failed, tally.skipped, tally.seconds) == (10, 4, 4, 3.0)
    assert tally.skips == ["nginx is missing"]
    assert tally.as_json()["passed"] is False

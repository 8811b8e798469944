"""inv test"""

import os
import time
from contextlib import closing
from pathlib import Path

from invoke import Context, Exit, task

from workbook.tasks.plain import err, plain_errors, say


@task(
    name="test",
    help={
        "stage": "Only this stage: its own tests, and the behaviour suite against it.",
        "fast": "At most two minutes: no engines, no live processes.",
        "full": "Also the long ones: soaks, audits, 1,000 cases an API.",
        "json": "Also write the results to this file.",
    },
)
@plain_errors
def run_tests(c: Context, stage: str = "", fast: bool = False, full: bool = False, json: str = "") -> None:
    """Run the tests: each part's own, then the behaviour of every stage, on SQLite and on PostgreSQL."""
    from workbook import behaviour, testing
    from workbook.book import Book
    from workbook.independence.parts import alone
    from workbook.parts import run
    from workbook.showing import shown
    from workbook.walk.report import write_json
    from workbook.walk.stopping import stoppable

    if fast and full:
        raise Exit("--fast and --full exclude each other", code=2)
    tier: testing.Tier = "fast" if fast else "full" if full else "default"
    book, tally, failed = Book(), testing.Tally(), []
    stages = testing.stages(book.root, stage)
    parts = [
        *testing.own_tests(book.root, tier, stage),
        *([] if stage else behaviour.services(book.root, tier)),
        *behaviour.stages(book.root, stages, tier),
        *behaviour.without_each(book.root, stages, tier),
        *alone(book.root, stages, tier),
        *([] if stage else testing.exclusive(book.root, tier)),
    ]
    began = time.monotonic()
    with (
        stoppable(),
        shown(err) as tell,
        closing(
            run(parts, book.build, os.environ | {"TEST_TIER": tier}, at_once=testing.AT_ONCE, tell=tell)
        ) as outcomes,
    ):
        for outcome in outcomes:
            say(f"tests {outcome.part.name}, {outcome.seconds:.0f} s")
            say(outcome.output.read_text(encoding="utf-8", errors="replace"))
            if not outcome.passed:
                failed.append(outcome.part.name)
            if outcome.report.exists():
                tally.add(outcome.report)
    tally.seconds = time.monotonic() - began
    say(f"{tally.tests} tests, {tally.failed} failed, {tally.skipped} skipped, {tally.seconds:.0f} s")
    for reason in tally.skips:
        say(f"skipped: {reason}")
    if json:
        write_json(Path(json), tally.as_json() | {"passed": not failed, "failed_parts": failed})
    if failed:
        raise Exit(f"tests failed: {', '.join(failed)}", code=1)

"""inv test"""

from pathlib import Path

from invoke import Context, Exit, task

from workbook.tasks.plain import plain_errors, say


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
    from clever.runner import StageError
    from workbook import behaviour, testing
    from workbook.book import Book
    from workbook.walk.report import write_json

    if fast and full:
        raise Exit("--fast and --full exclude each other", code=2)
    tier: testing.Tier = "fast" if fast else "full" if full else "default"
    book, tally, failed = Book(), testing.Tally(), []
    stages = testing.stages(book.root, stage)
    parts = [
        *testing.own_tests(book.root, tier, stage),
        *([] if stage else behaviour.services(book.root, tier)),
        *behaviour.stages(stages, tier),
    ]
    for number, part in enumerate(parts):
        say(f"tests {part.name}")
        report = book.build / f"tests-{number}.xml"
        report.parent.mkdir(exist_ok=True)
        report.unlink(missing_ok=True)
        try:
            passed = part.run(report)
        except StageError as error:
            say(str(error))
            passed = False
        if not passed:
            failed.append(part.name)
        if report.exists():
            tally.add(report)
    say(f"{tally.tests} tests, {tally.failed} failed, {tally.skipped} skipped, {tally.seconds:.0f} s")
    for reason in tally.skips:
        say(f"skipped: {reason}")
    if json:
        write_json(Path(json), tally.as_json() | {"passed": not failed, "failed_parts": failed})
    if failed:
        raise Exit(f"tests failed: {', '.join(failed)}", code=1)

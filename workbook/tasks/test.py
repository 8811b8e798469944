"""inv test"""

from pathlib import Path

from invoke import Context, Exit, task

from workbook.tasks.plain import plain_errors, say


@task(
    name="test",
    help={
        "stage": "Only the tests of this stage, and the acceptance suite against it.",
        "fast": "At most two minutes: no engines, no live processes.",
        "full": "Also the long ones: soaks and audits.",
        "json": "Also write the results to this file.",
    },
)
@plain_errors
def run_tests(c: Context, stage: str = "", fast: bool = False, full: bool = False, json: str = "") -> None:
    """Run the tests."""
    from workbook import testing
    from workbook.book import Book
    from workbook.walk.report import write_json

    if fast and full:
        raise Exit("--fast and --full exclude each other", code=2)
    tier: testing.Tier = "fast" if fast else "full" if full else "default"
    book, tally, failed = Book(), testing.Tally(), []
    for number, part in enumerate(testing.parts(book.root, tier, stage)):
        say(f"tests {part.name}")
        report = book.build / f"tests-{number}.xml"
        if not testing.run(book.root, part, report, tier, stage):
            failed.append(part.name)
        if report.exists():
            tally.add(report)
    say(f"{tally.tests} tests, {tally.failed} failed, {tally.skipped} skipped, {tally.seconds:.0f} s")
    for reason in tally.skips:
        say(f"skipped: {reason}")
    if json:
        write_json(Path(json), tally.as_json() | {"passed": not failed})
    if failed:
        raise Exit(f"tests failed: {', '.join(failed)}", code=1)

"""`inv contracts`: what of today's services an older client cannot bear."""

from datetime import UTC, datetime

from invoke import Context, Exit, task

from clever.runner.helpful import HelpfulTask
from clever.runner.saying import one_line, say


@task(
    klass=HelpfulTask,
    help={
        "write": "Record what the services say of themselves today.",
        "against": "Compare with what this revision has recorded, such as v1.4 or origin/main. Default: the files.",
    },
)
def contracts(context: Context, write: bool = False, against: str = "") -> None:
    """Compare today's services with those of the last release: what is new, and what breaks older clients."""
    with one_line():
        from clever.contracts.compatibility.checking import check
        from clever.contracts.compatibility.places import Places
        from clever.contracts.compatibility.today import describe

        places = Places.find()
        now = describe(places.services)
        report = check(places, now, against=against, write=write, day=datetime.now(UTC).date())
    for line in report.lines or ["no change"]:
        say(line)
    if report.problems:
        raise Exit("\n".join(report.problems), code=1)

"""inv diff"""

from invoke import Context, Exit, task

from clever.runner.helpful import HelpfulTask
from workbook.tasks.plain import plain_errors, say


@task(klass=HelpfulTask, help={"before": "A stage, such as monolith.", "after": "Another stage, such as split."})
@plain_errors
def diff(c: Context, before: str, after: str) -> None:
    """Compare two stages: their tables, their effective settings, then their files."""
    import lab

    try:
        say(lab.diff_text(before, after))
    except lab.LabError as error:
        raise Exit(str(error), code=1) from error

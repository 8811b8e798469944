"""inv checkout"""

from pathlib import Path

from invoke import Context, task

from clever.runner.helpful import HelpfulTask
from workbook.tasks.plain import err, plain_errors, say


@task(
    klass=HelpfulTask,
    help={"stage": "Name of the stage, such as monolith.", "folder": "A new folder, outside of the workbook."},
)
@plain_errors
def checkout(c: Context, stage: str, folder: str) -> None:
    """Write a stage into a folder of its own, with the services it needs, its tests and a README."""
    from workbook.book import Book
    from workbook.checkout.writing import check_out

    target = Path(folder).expanduser()
    with err.status(f"writing {target}") as progress:
        for written in check_out(stage, target, root=Book().root):
            progress.update(f"wrote {written}")
    say(f"{stage} is in {target}\n  cd {target}\n  uv run inv up {stage}\n  uv run inv test")

"""inv new"""

from pathlib import Path

from invoke import Context, task

from clever.runner.helpful import HelpfulTask
from workbook.tasks.plain import plain_errors, say


@task(
    klass=HelpfulTask,
    iterable=["answer"],
    help={
        "into": "The folder in which the project gets a folder of its own.",
        "answer": "An answer beforehand, such as stage=split; give it as often as you like.",
        "defaults": "Ask nothing: what has no answer has its default.",
    },
)
@plain_errors
def new(c: Context, into: str, answer: list[str], defaults: bool = False) -> None:
    """Make a project of your own out of the reference app: at the stage that suits you, with a first service."""
    from workbook.book import Book
    from workbook.project_template.asking import answers_in, ask

    folder = ask(Book().root, Path(into).expanduser(), answers_in(answer), defaults=defaults)
    kept = "git init && git add --all && git commit --message 'As it was made'"  # to grow or be updated it needs one
    say(f"{folder}\n  cd {folder}\n  {kept}\n  uv run inv --list")

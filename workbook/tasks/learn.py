"""inv learn, inv reset"""

from invoke import Context, task

from workbook.tasks.lesson_ids import TaskWithLessons
from workbook.tasks.plain import plain_errors, say


@task(
    help={
        "browser": "Open a browser; --no-browser only prints the address.",
        "port": "Serve on this port, or fail. Default: 8888, or the next free one.",
    }
)
@plain_errors
def learn(c: Context, browser: bool = True, port: str = "") -> None:
    """Open JupyterLab on your own copies of the lessons, in work/. Overwrites nothing."""
    from clever.runner.ports import asked_for
    from workbook import copies, jupyter
    from workbook.book import Book

    wanted, book = asked_for(port), Book()
    made = copies.copy_missing(book)
    say(f"{len(made)} notebooks copied to work/" if made else "work/ has every lesson already")
    say("A lesson starts afresh with 'inv reset 1.1'; your old copy is kept aside.")
    first = next(iter(book.paths()), "")
    jupyter.become(book.work, first=f"{first}.ipynb" if first else "", browser=browser, port=wanted)


@task(
    klass=TaskWithLessons,
    iterable=["lessons"],
    help={"lessons": "Which lessons; or simply name them: inv reset 1.1. All of them if none is named."},
)
@plain_errors
def reset(c: Context, lessons: list[str]) -> None:
    """Put fresh copies of lessons into work/; your old ones are kept aside."""
    from workbook import copies
    from workbook.book import Book

    book = Book()
    paths = [book.find(each) for each in lessons] or book.paths()
    for path in paths:
        kept = copies.reset(book, path)
        say(f"{path} is fresh" + "".join(f"; the old one is {each.relative_to(book.root)}" for each in kept))

"""inv walk"""

import os
from pathlib import Path

from invoke import Context, Exit, task

from workbook.tasks.lesson_ids import TaskWithLessons
from workbook.tasks.plain import err, out, plain_errors, say

CHAPTERS_AT_ONCE = 2  # more would measure each other


@task(
    klass=TaskWithLessons,
    iterable=["lessons", "without"],
    help={
        "lessons": "Which lessons; or simply name them: inv walk 1.1 1.2. All of them if none is named.",
        "store": "Renew these lessons' part of reference_run/, which the site shows. They are walked one by one.",
        "one-by-one": "Walk no two chapters at a time, though there are processors for it.",
        "without": "Pretend that this engine, such as nginx, is not installed; may be given several times.",
        "json": "Also write the results to this file.",
    },
)
@plain_errors
def walk(
    c: Context,
    lessons: list[str],
    without: list[str],
    store: bool = False,
    one_by_one: bool = False,
    json: str = "",
) -> None:
    """Execute lessons headless, solutions in place, against live stages that are started for the walk alone.

    Two chapters are walked at a time, each on stages of its own, where there are two processors.
    A cell whose engine is missing is not run; it shows what the reference run shows, and the walk goes on.
    """
    from workbook.book import Book
    from workbook.library import load
    from workbook.walk import absence, report, table
    from workbook.walk.stopping import stoppable
    from workbook.walk.store import store as keep

    book = Book()
    paths = [book.find(each) for each in lessons] or book.paths()
    if not paths:
        raise Exit("there are no lessons in chapters/ yet", code=1)
    chosen = [load(book, path) for path in dict.fromkeys(paths)]
    at_once = 1 if store or one_by_one else min(CHAPTERS_AT_ONCE, os.cpu_count() or 1)
    with absence.without(without), stoppable():
        if store:
            absence.demand_all(chosen)
        runs = report.walk_all(book, chosen, err, at_once=at_once)
        passed = [each for each in runs if each.run.passed]
        stored = [keep(book, each) for each in passed] if store else []
    out.print(table.table(runs))
    if json:
        report.write_json(Path(json), table.as_json(runs))
    if not_run := table.cells_not_run(runs):
        say(f"{not_run}; 'inv doctor' says how to get what is missing")
    for file in stored:
        say(f"stored {file.relative_to(book.root)}")
    for each in passed:
        each.forget()
    if passed != runs:
        raise Exit("\n".join(table.failure(book, each) for each in runs if each not in passed), code=1)

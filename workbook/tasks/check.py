"""inv check"""

from invoke import Context, Exit, task

from workbook.tasks.plain import err, plain_errors, say


@task
@plain_errors
def check(c: Context) -> None:
    """Lint, types, imports, notebooks, translations, paths: a line a step, and all of them even if one fails."""
    from workbook import checking
    from workbook.book import Book

    failed = []
    steps = checking.steps(Book())
    with err.status("") as status:
        status.update(steps[0].name)
        for result, following in zip(checking.run(steps), [*steps[1:], None], strict=True):
            say(f"{'FAILED' if result.problem else 'ok':<7}{result.step.name:<20}{result.seconds:6.1f} s")
            if result.problem:
                failed.append(result.step.name)
                err.print(result.problem, markup=False)
            status.update(following.name if following else "")
    if failed:
        raise Exit(f"check failed: {', '.join(failed)}", code=1)

"""inv site"""

from invoke import Context, task

from workbook.tasks.plain import err, plain_errors, say


@task(
    help={
        "serve": "Then show it on this machine, and build it anew when a lesson or a page changes.",
        "port": "With --serve: on this port. Default: 8001, or a free one.",
    }
)
@plain_errors
def site(c: Context, serve: bool = False, port: str = "") -> None:
    """Build the site, in English and in Korean, into site/."""
    import time

    from clever.runner.ports import asked_for
    from workbook.book import Book
    from workbook.site.build import build
    from workbook.site.serving import serve as show

    wanted = asked_for(port)
    book, began = Book(), time.monotonic()
    with err.status("writing pages") as status:
        build(book, status.update)
    opened = "" if serve else "; open it with 'inv site --serve'"
    say(f"built site/ in {time.monotonic() - began:.0f} s{opened}")
    if serve:
        show(book, wanted, say)

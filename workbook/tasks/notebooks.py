"""inv notebooks"""

from invoke import Context, task

from workbook.tasks.plain import plain_errors, say


@task(
    help={
        "check": "Change nothing; fail if a chapter and its notebook differ or a translation is older than its source.",
        "translated": "A lesson whose Korean prose now says what the English prose says (an id such as 1.1).",
    }
)
@plain_errors
def notebooks(c: Context, check: bool = False, translated: str = "") -> None:
    """Make notebooks/ from chapters/."""
    from workbook import sync, translation
    from workbook.book import Book

    book = Book()
    if translated:
        path = book.find(translated)
        changed = translation.stamp(book, path)
        say(f"chapters/ko/{path}.md: {'stamped' if changed else 'was stamped already'}")
    if check:
        sync.check(book)
        say(f"{len(sync.wanted(book))} notebooks agree with their chapters")
        return
    changed_files = sync.write(book)
    for file in changed_files:
        say(f"{'wrote' if file.exists() else 'deleted'} {file.relative_to(book.root)}")
    say(f"{len(sync.wanted(book))} notebooks, {len(changed_files)} changed")
    for path in sync.untranslated(book):
        say(f"not translated yet: {path}")

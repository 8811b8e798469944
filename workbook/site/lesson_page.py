"""One lesson as a page of Markdown."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pygments.lexers import find_lexer_class_for_filename

from workbook.exercises import solution, starter
from workbook.lesson import Cell, Lesson
from workbook.site.outputs import Outputs
from workbook.site.prose import for_the_site
from workbook.site.words import Words
from workbook.walk.store import Reference


def lesson_page(lesson: Lesson, reference: Reference, words: Words, *, translated: bool = True) -> str:
    """The page: prose, code, the outputs of the reference run, and solutions folded away.

    It says so where the lesson has no run, or has changed since, or is not translated.
    """
    parts: list[str] = []
    outputs = Outputs()
    for cell in lesson.shown:
        if cell.is_code:
            parts += _code(cell, reference, outputs, words)
        else:
            parts.append(for_the_site(cell.source))
    first, *rest = parts
    title, _, opening = first.partition("\n")
    return "\n\n".join([title, *_notices(lesson, reference, words, translated), opening.strip(), *rest]).strip() + "\n"


def _notices(lesson: Lesson, reference: Reference, words: Words, translated: bool) -> Iterator[str]:
    about = [words.lesson.format(id=lesson.id)]
    if "minutes" in lesson.front_matter:
        about.append(words.minutes.format(minutes=lesson.front_matter["minutes"]))
    about.append(f"[{words.download}]({PurePosixPath(lesson.path).name}.ipynb)")
    about.append(_in_the_other_language(lesson, words))
    yield " · ".join(about) + "\n{ .lesson-facts }"
    if not translated:
        yield _box("info", words.not_translated)
    if not reference.exists:
        yield _box("warning", words.never_run.format(id=lesson.id))
    elif not reference.is_current:
        yield _box("warning", words.outdated.format(on=reference.on))


def _in_the_other_language(lesson: Lesson, words: Words) -> str:
    """A link to this lesson there: the header's switch leads to the other front page. HTML, as it leaves this site."""
    root = "../" * (lesson.path.count("/") + 2)
    code = words.other_code
    address = f"{root}{words.other_root}lessons/{lesson.path}/"
    # The target keeps the theme's script away: it takes every click on a link into the other language, looks for the
    # page in a sitemap that only a site with a public address has, and goes to the front page instead.
    return f'<a href="{address}" target="_self" hreflang="{code}" lang="{code}">{words.other_language}</a>'


def _code(cell: Cell, reference: Reference, outputs: Outputs, words: Words) -> Iterator[str]:
    if cell.is_exercise:
        yield fence(starter(cell.source))
        yield _folded("success", words.solution, fence(solution(cell.source)))
        return  # the output is the solution's verdict, which gives it away
    if cell.engines:
        needed = ", ".join(f"`{engine}`" for engine in cell.engines)
        yield f"{words.needs.format(engines=needed)}\n{{ .cell-needs }}"
    code = fence(cell.body.lstrip("\n"))
    yield _folded("abstract", words.hidden_code, code) if "hide" in cell.tags else code
    if "raises-exception" in cell.tags:
        yield f"*{words.raises}*"
    stored = reference.outputs(cell.name, cell.source)
    if cell.body.lstrip().startswith("%%writefile"):
        return  # "Writing cafe/index.html" tells nobody anything
    if stored is not None:
        yield from outputs.blocks(stored)
    elif reference.exists and not reference.showed_nothing(cell.name):
        yield f"*{words.missing_output}*\n{{ .cell-changed }}"


def fence(source: str) -> str:
    """The source as a fenced block; IPython's own syntax gets IPython's own highlighting."""
    longest = max((len(line) - len(line.lstrip("`")) for line in source.splitlines()), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}{_language(source)}\n{source}\n{marks}"


def _language(source: str) -> str:
    written = re.match(r"%%writefile\s+(\S+)", source)
    if written and not written.group(1).endswith(".py"):
        lexer = find_lexer_class_for_filename(written.group(1))
        return lexer.aliases[0] if lexer else "text"
    return "ipython" if re.search(r"^[!%]", source, re.MULTILINE) else "python"


def _box(kind: str, text: str) -> str:
    return f'!!! {kind} ""\n\n    {text}'


def _folded(kind: str, title: str, text: str) -> str:
    indented = "\n".join(f"    {line}" if line else "" for line in text.splitlines())
    return f'??? {kind} "{title}"\n\n{indented}'

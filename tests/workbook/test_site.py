"""Pages show what the reference run put out, and say so where the lesson has changed since."""

from types import ModuleType

import markdown
import nbformat
import pytest
from nbformat.v4 import new_output

from tests.workbook.samples import PATH, SAMPLE, book_with
from workbook.book import Book
from workbook.library import load
from workbook.notebook import notebook
from workbook.site.lesson_page import fence, lesson_page
from workbook.site.map_page import map_page
from workbook.site.offline import in_html, in_style
from workbook.site.outputs import Outputs, one_line
from workbook.site.prose import for_the_site
from workbook.site.reference_pages import lab_page
from workbook.site.words import ENGLISH, KOREAN
from workbook.walk.store import Reference


def run_of(book: Book) -> Reference:
    """A reference run of the sample, made by hand: its last cell printed 42."""
    lesson = load(book, PATH)
    ran = notebook(lesson, answers="solution")
    ran.metadata["reference_run"] = {"code": lesson.code_hash(), "on": "2026-11-24"}
    next(cell for cell in ran.cells if cell.id == "the-sum").outputs = [new_output("stream", text="sum: 42\n")]
    return Reference(lesson, ran)


def test_a_page_shows_prose_code_output_and_a_folded_solution(book: Book) -> None:
    page = lesson_page(load(book, PATH), run_of(book), ENGLISH)

    assert page.startswith("# A sample lesson\n\nLesson 1.1 · about 5 minutes · [the notebook](1_sample.ipynb)")
    assert '<div class="cell-output"><pre class="cell-text">sum: 42</pre></div>' in page
    assert '??? success "A solution"\n\n    ```python\n    def double(number):' in page
    assert "wrong" not in page
    assert "!!! warning" not in page


def test_a_lesson_changed_since_says_so_and_leaves_out_what_changed(book: Book) -> None:
    reference = run_of(book)
    book_with(book.root, SAMPLE.replace("double(20) + 2", "double(20) + 3"))
    changed = load(book, PATH)

    page = lesson_page(changed, Reference(changed, nbformat.from_dict({"cells": [], "metadata": {}})), ENGLISH)
    assert "has no reference run yet" in page

    reference.lesson = changed
    page = lesson_page(changed, reference, ENGLISH)
    assert "has changed since its reference run of 2026-11-24" in page
    assert "sum: 42" not in page
    assert page.count("This cell has changed since the reference run") == 1


def test_a_changed_cell_that_never_showed_anything_is_not_worth_a_word(book: Book) -> None:
    reference = run_of(book)
    book_with(book.root, SAMPLE.replace("import json, os", "import json\nimport os"))
    reference.lesson = load(book, PATH)

    assert ENGLISH.missing_output not in lesson_page(reference.lesson, reference, ENGLISH)


def test_a_cell_that_needs_an_engine_says_so_above_its_code(book: Book) -> None:
    book_with(book.root, SAMPLE.replace('print("sum', '%%needs nginx redis\n\nprint("sum'))
    lesson = load(book, PATH)

    page = lesson_page(lesson, run_of(book), ENGLISH)

    assert 'Needs `nginx`, `redis`\n{ .cell-needs }\n\n```python\nprint("sum' in page
    assert "%%needs" not in page
    assert "sum: 42" in page
    assert "필요한 프로그램: `nginx`, `redis`" in lesson_page(load(book, PATH), run_of(book), KOREAN)


def test_a_korean_page_speaks_korean(book: Book) -> None:
    page = lesson_page(load(book, PATH, "ko"), run_of(book), KOREAN)

    assert "1.1강 · 5분쯤 걸려요 · [노트북 받기]" in page
    assert '??? success "풀이"' in page


def test_a_lesson_not_translated_yet_says_so(book: Book) -> None:
    assert KOREAN.not_translated in lesson_page(load(book, PATH), run_of(book), KOREAN, translated=False)


def test_the_map_counts_minutes_and_exercises(book: Book) -> None:
    assert "| 1.1 | [A sample lesson](1_monolith/1_sample.md) | 5 | 1 |" in map_page([load(book, PATH)], ENGLISH)


def test_html_with_empty_lines_survives_markdown() -> None:
    block = "<div>\n\n<svg>\n<text>a</text>\n\n</svg>\n\n# no heading\n</div>"

    rendered = markdown.markdown(f"before\n\n{one_line(block)}\n\nafter")

    assert "<h1>" not in rendered
    assert "<p>after</p>" in rendered


def test_a_style_sheet_that_outputs_share_is_kept_once() -> None:
    table = {"text/html": "<style>.lab {\n color: red }</style><b>1</b>", "text/plain": "1"}

    first, second = Outputs().blocks([new_output("display_data", table), new_output("display_data", table)])

    assert first == '<div class="cell-output"><style>.lab { color: red }</style><b>1</b></div>'
    assert second == '<div class="cell-output"><b>1</b></div>'


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ({"image/svg+xml": "<svg><path/></svg>", "text/plain": "figure"}, ["<svg><path/></svg>"]),
        ({"image/png": "aGk=\n", "text/plain": "figure"}, ['<img alt="" src="data:image/png;base64,aGk=">']),
        ({"text/plain": "a < b"}, ['<pre class="cell-text">a &lt; b</pre>']),
        ({"text/html": "<style>p {}</style><div></div>", "text/plain": ""}, []),
    ],
)
def test_the_richest_form_is_shown_and_nothing_for_nothing(data: dict[str, str], shown: list[str]) -> None:
    blocks = Outputs().blocks([new_output("display_data", data)])

    assert list(blocks) == [f'<div class="cell-output">{each}</div>' for each in shown]


def test_a_failure_on_purpose_shows_its_error_without_terminal_codes() -> None:
    error = new_output("error", ename="E", evalue="", traceback=["\x1b[31mE\x1b[0m: no"])

    assert list(Outputs().blocks([error])) == [
        '<div class="cell-output"><pre class="cell-text"><span class="ansi-red-fg">E</span>: no</pre></div>'
    ]


def test_a_written_file_is_highlighted_as_what_it_is() -> None:
    assert fence("%%writefile a.html\n<p>").startswith("```html\n")
    assert fence("%%writefile a.py\nx = 1").startswith("```ipython\n")
    assert fence("!ls").startswith("```ipython\n")
    assert fence("x = 1").startswith("```python\n")


def test_a_list_right_after_text_becomes_a_list() -> None:
    text = "Two things:\n- one\n- two\n\n```python\nx = [\n- 1\n]\n```\n"

    assert for_the_site(text) == text.replace("things:\n", "things:\n\n")


def test_what_a_browser_would_load_from_elsewhere_is_found() -> None:
    page = (
        '<a href="https://docs.python.org">fine</a><link rel="canonical" href="https://here/">'
        '<script src="//cdn.example/x.js"></script><img src="https://img.example/x.png"><img src="../x.png">'
    )

    assert in_html(page) == ["//cdn.example/x.js", "https://img.example/x.png"]
    assert in_style("@import 'https://fonts.example/css'; a { background: url(../x.svg) }") == [
        "https://fonts.example/css"
    ]


def test_the_labs_page_names_what_a_module_in_it_offers() -> None:
    def kill(program: str) -> None:
        """End a program."""

    fault, lab = ModuleType("fault"), ModuleType("lab")
    fault.__dict__.update(kill=kill, __all__=["kill"])
    lab.__dict__.update(fault=fault, __all__=["fault"])

    assert "## lab.fault.kill\n\n```python\nfault.kill(program: str) -> None\n```\n\nEnd a program." in lab_page(lab)

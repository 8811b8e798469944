import pytest

from lab.display import Table


def test_numbers_stand_to_the_right_in_html_and_in_text():
    table = Table(["side", "ms"], [["one", 1.5], ["two", 12]])

    assert '<td class="lab-number">1.50</td>' in table.html()
    assert "<td>one</td>" in table.html()
    assert table.text().split()[:2] == ["side", "ms"]
    assert table.text().splitlines()[-1].endswith("  12")


def test_what_a_cell_holds_is_text_and_never_markup():
    table = Table(["<b>"], [["<script>"]], title="a & b")

    assert "<script>" not in table.html()
    assert "&lt;script&gt;" in table.html()
    assert "a &amp; b" in table.html()


def test_square_brackets_are_no_markup_in_text():
    assert "[bold]x" in Table(["what"], [["[bold]x"]]).text()


def test_a_table_without_rows_says_only_its_title():
    assert Table(["a"], [], title="Nothing yet.").text() == "Nothing yet."


def test_a_row_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="row of 1 cells in a table of 2 columns"):
        Table(["a", "b"], [[1]])


def test_a_notebook_gets_html_with_its_style_and_a_terminal_gets_text():
    bundle = Table(["a"], [[1]])._repr_mimebundle_()

    assert bundle["text/html"].startswith('<div class="lab"><style>')
    assert "\n\n" not in bundle["text/html"]
    assert bundle["text/plain"] == repr(Table(["a"], [[1]]))


def test_in_a_notebook_text_is_returned_and_nothing_is_shown_beside_it(monkeypatch):
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)
    monkeypatch.setattr("rich.jupyter.display", lambda *_: pytest.fail("rich showed something by itself"))

    assert "1" in Table(["a"], [[1]]).text()


def test_what_stands_between_backticks_is_code_in_html_and_keeps_them_in_text():
    table = Table(["step"], [["drop the column `guest`"]])

    assert "<td>drop the column <code>guest</code></td>" in table.html()
    assert "drop the column `guest`" in table.text()


def test_a_long_path_may_break_after_its_punctuation_and_a_word_may_not():
    table = Table(["where"], [["office/templates/office/list.html"], ["office/list.html"], ["x" * 40]])

    assert "<td>office/<wbr>templates/<wbr>office/<wbr>list.<wbr>html</td>" in table.html()
    assert "<td>office/list.html</td>" in table.html()
    assert f"<td>{'x' * 40}</td>" in table.html()
    assert "office/templates/office/list.html" in table.text()

from nbformat.v4 import new_output

from lab.needs.not_run import NotRun
from lab.needs.stored import Stored


def test_it_says_what_is_missing_and_how_to_get_it():
    assert NotRun(["nginx"], None).text().splitlines() == [
        "Not run: nginx is missing here. `inv doctor --install` gets it.",
        "The stored reference run has no such cell: it was never run there, or has changed since.",
    ]
    assert NotRun(["nginx", "redis"], None).text().startswith("Not run: nginx and redis are missing here.")


def test_what_came_out_elsewhere_is_shown_and_marked():
    outputs = [
        new_output("stream", text="a < b\n"),
        new_output("display_data", {"text/html": "<b>1</b>", "text/plain": "1"}),
        new_output("error", ename="E", evalue="", traceback=["\x1b[31mE\x1b[0m: no"]),
    ]

    shown = NotRun(["nginx"], Stored("2026-11-24", outputs))

    before, _, elsewhere = shown.html().partition('<div class="lab-elsewhere">')
    assert "nginx is missing here. <code>inv doctor --install</code> gets it." in before
    assert elsewhere.startswith(
        '<p class="lab-note">Not measured on your machine, but in the reference run of 2026-11-24:'
    )
    assert '<pre class="cell-text">a &lt; b</pre>' in elsewhere
    assert "<b>1</b>" in elsewhere
    assert '<span class="ansi-red-fg">E</span>: no' in elsewhere
    assert shown.text().splitlines()[2:] == ["a < b", "1", "\x1b[31mE\x1b[0m: no"]


def test_a_cell_that_showed_nothing_says_so():
    shown = NotRun(["nginx"], Stored("2026-11-24", []))

    assert "In the reference run of 2026-11-24 this cell showed nothing." in shown.html()

"""What a cell shows of a pipe."""

import lab


def piped(command: str, output: str = "", errors: str = "", statuses: tuple[int, ...] = (0,), **more: bool):
    return lab.Piped(
        command, output, errors, status=statuses[-1], statuses=list(statuses), seconds=0.1, mebibytes=4.0, **more
    )


def test_a_pipe_that_went_well_shows_only_what_it_printed():
    found = piped("sort words | head -1", "gem\n", statuses=(0, 0))

    assert found.text() == "gem"
    assert "gem" in found.html()
    assert "<table" not in found.html()


def test_where_a_part_has_failed_each_is_named_with_its_status():
    found = piped("nosuch | head -1", errors="nosuch: command not found\n", statuses=(127, 0))

    assert "on the second output:\nnosuch: command not found" in found.text()
    assert "on the second output:" in found.html()
    assert "there is no such program" in found.text()
    assert "<code>nosuch</code>" in found.html()


def test_a_silent_pipe_shows_its_table():
    assert "the pipe says: 0" in piped("true").text()


def test_parts_that_cannot_be_told_are_numbered():
    assert "part 1" in piped("grep 'a|b' words | false", statuses=(0, 1)).text()


def test_what_was_not_read_is_said():
    assert "which was not read" in piped("yes", "y\ny\n", statuses=(141,), cut=True).text()


def test_what_it_printed_is_text_and_no_markup():
    assert "<b>" not in piped("cat page", "<b>gem</b>").html()

import pytest

import lab


def test_an_empty_logbook_says_how_to_fill_it():
    assert lab.logbook().text() == "Your logbook is empty: lab.predict and lab.record write in it."
    assert "<svg" not in lab.logbook().html()


def test_the_logbook_holds_predictions_against_measurements():
    lab.predict("1.1-a", "2x")
    lab.record("1.1-a", 3)
    lab.predict("1.2-b", "no idea")
    lab.record("1.2-b", 40, "ms")
    lab.predict("1.2-c", 5)

    page = lab.logbook()

    assert page.table().rows == [
        ["1.1-a", "2x", "3x", "1.50"],
        ["1.2-b", "no idea", "40 ms", ""],
        ["1.2-c", 5, "", ""],
    ]
    assert "predicted 2, measured 3" in page.html()
    assert "Measured on " in page.text()


def test_one_lessons_entries_can_be_asked_for():
    lab.predict("1.1-a", 2)
    lab.record("1.3-a", 3)
    lab.record("1.31-a", 4)

    page = lab.logbook("1.3")

    assert page.table().rows == [["1.3-a", "", "3x", ""]]
    assert page.text().startswith("Your logbook of lesson 1.3\n")
    assert lab.logbook("1.9").text() == "Your logbook of lesson 1.9 is empty: lab.predict and lab.record write in it."


@pytest.mark.parametrize("lesson", ["1", "one", "1.3-a", "1.3.1"])
def test_what_is_no_lesson_is_refused(lesson: str):
    with pytest.raises(lab.LabError, match="is no lesson: name one as"):
        lab.logbook(lesson)


def test_a_name_is_not_divided():
    lab.predict("static", 200)
    lab.record("static", 404, "(status)")

    assert lab.logbook().table().rows == [["static", 200, "404 (status)", ""]]
    assert "<svg" not in lab.logbook().html()


def test_the_last_measurement_counts():
    lab.record("id", 3)
    lab.record("id", 4)

    assert lab.logbook().table().rows == [["id", "", "4x", ""]]


def test_what_could_not_be_read_is_said(logbook_file):
    lab.record("id", 3)
    with logbook_file.open("a", encoding="utf-8") as file:
        file.write("half a li")

    assert "was broken off: it is kept in logbook.jsonl.broken" in lab.logbook().text()
    assert "was broken off" not in lab.logbook().text()

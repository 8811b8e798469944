"""The bill, filled from a logbook."""

from lab.bill import Bill
from lab.bill.lines import LINES, Line

TWO = {"prices": [Line("memory", "2.6-memory"), Line("a mixed Friday", "2.5-friday")]}


def measured(id, value, unit="x"):
    return {"kind": "measured", "id": id, "value": value, "unit": unit}


def test_a_line_shows_what_was_measured_last():
    bill = Bill([measured("2.6-memory", 3.0), measured("2.6-memory", 4.0)], TWO)

    assert bill.table().rows[0] == ["prices", "memory", "4x", "2.6-memory"]


def test_a_line_that_nobody_has_measured_names_its_lesson():
    predicted = {"kind": "predicted", "id": "2.5-friday", "value": 4}
    bill = Bill([measured("2.6-memory", 3.0), predicted], TWO)

    assert bill.table().rows[1][2] == "run 2.5 to fill this line"
    assert bill.missing == ["2.5"]
    assert "Still to be run: 2.5." in bill.text()


def test_an_empty_logbook_names_every_lesson_once():
    assert Bill([]).missing == ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6"]


def test_no_two_lines_are_of_one_measurement():
    ids = [line.id for its in LINES.values() for line in its]

    assert len(ids) == len(set(ids))

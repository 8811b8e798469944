from clever.runner.moves.outcome import Outcome, Sum
from clever.runner.moves.task import _described


def test_each_table_with_rows_has_a_line_and_numbers_stand_below_each_other():
    outcome = Outcome(
        tables={
            "player": Sum(rows=10_000, digest="ab" * 32, upcoming=None),
            "code": Sum(rows=5, digest="cd" * 32, upcoming=12),
            "batch": Sum(rows=0, digest="00" * 32, upcoming=1),
        },
        files=0,
        lost=(),
    )

    assert outcome.table().splitlines() == [
        "table     rows  next number  checksum begins   on both sides",
        "code         5           12  cdcdcdcdcdcdcdcd  equal",
        "player  10,000               abababababababab  equal",
    ]


def test_what_did_not_come_along_is_said():
    outcome = Outcome(tables={}, files=2, lost=("a.png",), secrets=("STAFF_PASSWORD",), stays=("permitter",))

    said = _described(outcome, "split", "inv up monolith")

    assert "Uploaded files: 2, each the same on both sides." in said
    assert "split itself has lost a.png" in said
    assert "Secrets that others know, from split: STAFF_PASSWORD." in said
    assert "What split alone has stays there: permitter." in said
    assert "Sessions stay behind" in said
    assert said.endswith("Start it with: inv up monolith")

"""The tables of a sheet."""

from lab.worksheet.sheet import INPUTS


def test_a_changed_guess_is_yours(sheet):
    rows = {row[0]: row for row in sheet(upkeep=2).guesses.rows}

    assert rows["upkeep"][1:] == ["2", INPUTS["upkeep"].what, "yours, in place of 4"]
    assert rows["platform"][3] == "our guess; change it"


def test_hours_are_whole_since_nobody_knows_their_minutes(studio):
    assert all(isinstance(value, int) for row in studio.hours.rows for value in row[1:])
    assert studio.hours.rows[-1][1] == round(studio.answer.options[0].hours)


def test_what_would_change_it_is_short_and_names_the_rest(studio):
    assert len(studio.changes.rows) < len([one for one in studio.flips if one.needed is not None])
    assert "further away: " in studio.changes.title


def test_a_measured_number_names_its_entry_where_it_would_change_the_answer(studio):
    whose = {row[0]: row[4] for row in studio.changes.rows}

    assert whose["hop"] == "measured: 2.6-redeem"
    assert whose["peak"] == "you"
    assert whose["watch"] == "a guess"

"""Where the facts come from."""

import re

import pytest

import lab
from lab.book.entries import Logbook
from lab.where import ROOT
from lab.worksheet.facts import FACTS
from lab.worksheet.measured import measured


def named(id, value, **more):
    return {"kind": "measured", "id": id, "value": value, **more}


@pytest.mark.parametrize("fact", FACTS, ids=[fact.id for fact in FACTS])
def test_a_lesson_measures_it(fact):
    chapter, lesson = fact.lesson.split(".")
    [file] = (ROOT / "chapters").glob(f"{chapter}_*/{lesson}_*.md")

    assert re.search(rf'lab\.(claim|record)\(\s*"{re.escape(fact.id)}"', file.read_text(encoding="utf-8"))


def test_with_an_empty_logbook_everything_is_ours_and_says_which_lesson_would_change_that():
    sheet = lab.worksheet()

    assert sheet.missing == [fact.id for fact in FACTS]
    assert sheet.facts["hop"].whose == "ours, not yours: run 2.6"
    assert "Still to be run: 2.1, 2.6, 3.1, 3.4, 3.5." in sheet.sources.text()


def test_the_last_measurement_counts_and_predictions_do_not():
    lab.record("2.6-redeem", 1.5)
    lab.record("2.6-redeem", 1.9)
    lab.predict("2.6-redeem", "7x")

    sheet = lab.worksheet()

    assert sheet.figures["hop"] == 1.9
    assert sheet.facts["hop"].whose == "yours"
    assert "2.6-redeem" not in sheet.missing


def test_looking_at_the_sheet_writes_nothing(logbook_file):
    lab.worksheet()

    assert Logbook(logbook_file).entries() == []


def test_a_measurement_from_another_machine_says_so_and_another_python_does_not_matter():
    here = lab.record("2.6-memory", 3) and Logbook(lab.where.logbook_path()).entries()[-1]["machine"]
    there = here | {"cpus": 96, "model": "Big Iron"}

    mine = measured(
        [named("2.6-memory", 3, machine=here | {"python": "CPython 9"}), named("2.6-redeem", 2, machine=there)]
    )

    assert mine["memory"].whose == "yours"
    assert mine["hop"].whose == "yours, on another machine: 96 × Big Iron"


@pytest.mark.parametrize("nonsense", [0, -3, "many", None, True])
def test_what_cannot_be_is_not_believed(nonsense):
    found = measured([named("3.5-machines", nonsense)])["machines"]

    assert not found.yours
    assert f"your 3.5-machines says {nonsense!r}, which cannot be" in found.whose


def test_a_copy_of_the_book_without_its_stored_run_is_told_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setenv("LAB_REFERENCE_RUN", str(tmp_path))

    with pytest.raises(lab.LabError, match=r"the stored run has no 3\.5-machines: get .* back, or run lesson 3\.5"):
        lab.worksheet()

    assert list(tmp_path.iterdir()) == []


def test_who_has_measured_everything_needs_no_stored_run(tmp_path, monkeypatch, entries):
    monkeypatch.setenv("LAB_REFERENCE_RUN", str(tmp_path))

    assert lab.worksheet(entries=entries).missing == []

"""How long a move takes."""

import pytest

from lab.worksheet.arrangements import ARRANGEMENTS
from lab.worksheet.moving import person_weeks, weeks_allowed, weeks_to

MONOLITH, SPLIT, CONTAINERS, COMPOSED, BOTH = ARRANGEMENTS


def test_there_and_back_are_two_different_ways(sheet):
    figures = sheet(parts=6, cut=4, join=1).figures

    assert person_weeks(figures, MONOLITH, SPLIT) == 24
    assert person_weeks(figures, SPLIT, MONOLITH) == 6


def test_containers_are_packed_once_and_not_where_they_are_known_already(sheet):
    assert person_weeks(sheet(pack=6).figures, SPLIT, CONTAINERS) == 6
    assert person_weeks(sheet(pack=6, join=1, containers=True).figures, SPLIT, CONTAINERS) == 1


def test_composing_takes_an_afternoon(sheet):
    assert person_weeks(sheet(compose=4).figures, SPLIT, COMPOSED) == pytest.approx(0.1)


def test_no_more_people_help_than_there_are_parts(sheet):
    few, many = sheet(team=4).figures, sheet(team=200).figures

    assert weeks_to(few, MONOLITH, SPLIT) == 24 / 2
    assert weeks_to(many, MONOLITH, SPLIT) == 24 / 6


def test_to_stay_takes_no_time_even_without_time(sheet):
    figures = sheet(weeks=0).figures

    assert weeks_allowed(figures) == 0
    assert weeks_to(figures, CONTAINERS, CONTAINERS) == 0

"""The sheet as a reader sees it."""

import pytest

import lab
from lab.worksheet.answers import ANSWERS
from lab.worksheet.facts import FACTS
from lab.worksheet.guesses import GUESSES
from lab.worksheet.sheet import INPUTS


def test_every_number_of_the_model_is_on_it(studio):
    text, html = studio.text(), studio.html()

    assert all(fact.id in text and fact.id in html for fact in FACTS)
    for one in INPUTS.values():
        assert one.name in text
        assert one.name in html


def test_no_two_numbers_have_one_name():
    assert len(INPUTS) == len(ANSWERS) + len(GUESSES) + len(FACTS)


def test_it_says_the_answer_first(studio):
    assert studio.text().startswith(studio.headline)


def test_a_default_is_between_what_makes_sense():
    for one in INPUTS.values():
        assert one.low <= one.default <= one.high, one.name


def test_one_option_is_had_by_its_name(studio):
    assert studio.option("split") == studio.answer.chosen
    assert studio.option("containers").programs == 10

    with pytest.raises(lab.LabError, match="no 'serverless' to choose: there is monolith, split"):
        studio.option("serverless")

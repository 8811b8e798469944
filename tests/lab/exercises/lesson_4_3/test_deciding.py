import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_4_3.deciding import COMES_OF_IT, RIGHT, WAYS

CHOSEN = {what: min(ways) for what, ways in RIGHT.items()}


@pytest.mark.parametrize("banner", sorted(RIGHT["banner"]))
def test_where_two_ways_are_good_either_is_accepted(banner):
    assert judge(find("4.3.5"), CHOSEN | {"banner": banner}).passed


@pytest.mark.parametrize(("what", "way"), [(what, way) for what in RIGHT for way in WAYS if way not in RIGHT[what]])
def test_of_each_wrong_choice_it_says_what_comes(what, way):
    verdict = judge(find("4.3.5"), CHOSEN | {what: way})

    assert not verdict.passed
    assert COMES_OF_IT[what, way] in verdict.text()


@pytest.mark.parametrize(
    ("other", "said"),
    [({"price": "guess"}, "choose one of leave out, last known"), ({"weather": "later"}, "Nobody asked about weather")],
)
def test_what_is_no_choice_is_refused(other, said):
    verdict = judge(find("4.3.5"), CHOSEN | other)

    assert not verdict.passed
    assert said in verdict.text()

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_4_3.repeating import OPERATIONS

RIGHT = {what: way for what, (way, _) in OPERATIONS.items()}


def test_the_right_way_for_each_is_accepted():
    assert judge(find("4.3.3"), RIGHT).passed


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"progress": "no"}, "which count once"),
        ({"progress": "as it is"}, "without the key it says 'three more'"),
        ({"friend": "no"}, "nobody to remove"),
        ({"letter": "as it is"}, "the winners get two"),
        ({"page": "perhaps"}, "choose one of as it is, with its key, no"),
        ({"weather": "no"}, "Nobody asked about weather"),
    ],
)
def test_it_says_what_is_wrong(other, said):
    verdict = judge(find("4.3.3"), RIGHT | other)

    assert not verdict.passed
    assert said in verdict.text()

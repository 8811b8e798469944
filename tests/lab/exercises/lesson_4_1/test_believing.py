import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def right(statuses):
    return statuses[-1] == 0 and set(statuses) <= {0, 141}


def test_it_may_be_written_with_a_set():
    verdict = judge(find("4.1.2"), right)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda statuses: statuses[-1] == 0, "[1, 0, 0] may not be believed"),
        (lambda statuses: not any(statuses), "[141, 0] may be believed"),
        (lambda statuses: set(statuses) <= {0, 141}, "whoever reads it left before the end"),
        (lambda statuses: right(statuses[-2:]), "[1, 0, 0] may not be believed"),
        (lambda statuses: 0, "True or False is wanted"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.1.2"), answer)

    assert not verdict.passed
    assert said in verdict.text()

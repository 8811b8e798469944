import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_hand(tries):
    requests = 1
    for each in tries:
        requests *= each
    return requests


def test_it_may_be_written_as_a_loop():
    verdict = judge(find("4.3.2"), by_hand)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (sum, "You add them up"),
        (lambda tries: by_hand([each - 1 for each in tries]), "The first try is a request as well"),
        (lambda tries: max(tries) ** len(tries), "Not all layers try equally often"),
        (lambda tries: float(by_hand(tries)), "A whole number of requests is wanted"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.3.2"), answer)

    assert not verdict.passed
    assert said in verdict.text()

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_a_loop(entries, here):
    last = {}
    for entry in entries:
        if "machine" in entry:
            last[entry["id"]] = entry["machine"]
    return [id for id, its in last.items() if (its["cpus"], its["model"]) != (here["cpus"], here["model"])]


def test_it_may_be_written_as_a_loop_and_return_a_list():
    verdict = judge(find("4.4.4"), by_a_loop)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda entries, here: set(), "Where one is from a laptop, 2.6-redeem is from elsewhere. You say nothing is"),
        (lambda entries, here: {e["id"] for e in entries}, "Where everything was measured here, nothing is from"),
        (lambda entries, here: "2.6-redeem", "A set of ids is wanted"),
    ],
)
def test_it_says_what_is_wrong(answer, told):
    verdict = judge(find("4.4.4"), answer)

    assert not verdict.passed
    assert told in verdict.text()


def test_a_prediction_that_is_asked_for_its_machine_is_told_so():
    verdict = judge(find("4.4.4"), lambda entries, here: {e["id"] for e in entries if e["machine"]["cpus"] == 12})

    assert not verdict.passed
    assert "Where it was measured again, here" in verdict.text()

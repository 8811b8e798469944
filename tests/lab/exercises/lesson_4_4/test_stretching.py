import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_cases(measured, asked):
    if asked > max(measured):
        return asked / max(measured)
    return min(measured) / asked if asked < min(measured) else 1.0


def test_it_may_be_written_case_by_case():
    verdict = judge(find("4.4.5"), by_cases)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda measured, asked: max(1, asked / max(measured)), "asked about 2: that is stretched by 5. You say 1"),
        (lambda measured, asked: max(1, asked / measured[-1]), "that is stretched by"),
        (lambda measured, asked: asked > max(measured), "A factor is wanted"),
        (lambda measured, asked: "10x", "A factor is wanted"),
    ],
)
def test_it_says_what_is_wrong(answer, told):
    verdict = judge(find("4.4.5"), answer)

    assert not verdict.passed
    assert told in verdict.text()

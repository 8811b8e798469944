import math

import pytest

from lab.fault.answers import Answer, longest_gap, time_to_return


def seen(*statuses: str) -> list[Answer]:
    """A request each second, answered after a tenth of one."""
    return [Answer(float(number), 0.1, status) for number, status in enumerate(statuses)]


@pytest.mark.parametrize(
    ("status", "failed"),
    [("200", False), ("302", False), ("404", True), ("502", True), ("ConnectError", True), ("timeout", True)],
)
def test_what_counts_as_failed(status, failed):
    assert Answer(0, 0, status).failed is failed


def test_return_is_counted_from_the_first_failed_request_to_the_first_good_answer_after_the_last():
    assert time_to_return(seen("200", "502", "200", "502", "200", "200")) == pytest.approx(3.1)


def test_what_never_failed_returned_at_once_and_what_stays_away_never_does():
    assert time_to_return(seen("200", "200")) == 0
    assert time_to_return(seen("200", "502")) == math.inf
    assert time_to_return([]) == 0


def test_the_longest_gap_lies_between_good_answers():
    assert longest_gap(seen("200", "200", "502", "502", "200")) == pytest.approx(3)


def test_a_gap_at_the_end_counts_too():
    assert longest_gap(seen("200", "502", "502", "502")) == pytest.approx(3)


def test_late_answers_make_a_gap_even_if_none_failed():
    slow = [Answer(0, 0.1, "200"), Answer(1, 5, "200"), Answer(2, 4.5, "200")]

    assert longest_gap(slow) == pytest.approx(5.9)

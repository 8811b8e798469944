import math
import re
from collections import Counter

from lab.fault.answers import Answer
from lab.fault.outage import Outage
from lab.fault.timeline import _moments


def repeat(failing: int) -> list[Answer]:
    """Ten requests, one a second, of which so many in the middle fail."""
    statuses = ["200"] * 3 + ["502"] * failing + ["200"] * (7 - failing)
    return [Answer(number - 3.0, 0.1, status) for number, status in enumerate(statuses)]


OUTAGE = Outage("monolith /board/", [repeat(1), repeat(4), repeat(2)], rate=1)


def test_an_outage_counts_over_all_its_repeats():
    assert (OUTAGE.requests, OUTAGE.failed) == (30, 7)
    assert OUTAGE.statuses == {"200": 23, "502": 7}


def test_its_times_are_medians_with_the_shortest_and_the_longest():
    back = OUTAGE.time_to_return

    assert [round(float(value), 2) for value in (back, back.low, back.high)] == [2.1, 1.1, 4.1]
    assert round(float(OUTAGE.longest_gap), 2) == 3.0


def test_an_outage_is_shown_as_a_table_and_a_plot():
    page = OUTAGE.html()

    assert "monolith /board/: 1 requests a second, 3 times" in OUTAGE.text()
    assert "23 × 200, 7 × 502" in OUTAGE.text()
    assert "2.10 (1.10 to 4.10)" in OUTAGE.text()
    assert page.count("<svg") == 1
    assert "10 requests, 2 failed; the longest time without a good answer: 3 s" in page  # the one in the middle
    assert not re.search(r"(fill|stroke): ?(black|#000000|white|#ffffff)", page)


def test_it_looks_the_same_each_time():
    assert OUTAGE.html() == Outage("monolith /board/", OUTAGE.repeats, rate=1).html()


def test_what_never_returns_is_shown_too():
    away = Outage("server /", [[Answer(0, 0.1, "200"), Answer(1, 0.1, "ConnectError")]], rate=1)

    assert away.time_to_return == math.inf
    assert "inf" in away.text()
    assert "1 failed" in away.html()


def test_a_single_moment_can_be_drawn():
    assert "<svg" in Outage("server /", [[Answer(0, 0.1, "200")]], rate=1).html()


def test_bars_of_a_steady_rate_are_alike():
    steady = [Answer(number / 50 - 1, 0.1, "200") for number in range(130)]

    begin, width = _moments(steady)
    counts = Counter(int((one.sent - begin) / width) for one in steady)

    assert set(list(counts.values())[:-1]) == {3}
    assert len(counts) <= 60

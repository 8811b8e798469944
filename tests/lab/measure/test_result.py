import math

from lab.measure.result import Load


def load(times: list[float], errors: dict[str, int] | None = None) -> Load:
    return Load(scenario="board", users=3, seconds=2.0, times=times, errors=errors or {})


def test_percentiles_are_times_that_were_really_measured():
    found = load([float(ms) for ms in range(100, 0, -1)])

    assert (found.p50, found.p95, found.p99) == (50, 95, 99)
    assert (found.percentile(0), found.percentile(100)) == (1, 100)


def test_the_rate_is_over_the_time_it_really_took():
    assert load([1.0] * 10).rate == 5


def test_failed_requests_are_counted_by_status():
    found = load([1.0, 2.0, 3.0], {"503": 2})

    assert found.failed == 2
    assert "2 × 503" in found.text()


def test_a_load_without_a_single_answer_still_shows_itself():
    found = load([])

    assert math.isnan(found.p50)
    assert "nan" in found.text()
    assert "<svg" not in found.html()


def test_it_shows_a_table_and_a_plot():
    assert "<table" in load([1.0, 2.0]).html()
    assert "<svg" in load([1.0, 2.0]).html()

import time

import pytest

from lab.errors import LabError
from lab.measure.comparing import compare


def test_sides_take_turns_in_an_order_that_changes_but_can_be_repeated():
    def order() -> list[str]:
        turns: list[str] = []
        sides = {name: lambda name=name: turns.append(name) or 1 for name in "abc"}
        compare(sides, rounds=6, of="result")
        return turns

    first = order()

    assert first == order()
    rounds = ["".join(first[place : place + 3]) for place in range(0, 18, 3)]
    assert all(sorted(one) == ["a", "b", "c"] for one in rounds)
    assert len(set(rounds)) > 1


def test_the_slower_side_is_found():
    found = compare({"short": lambda: sum(range(200)), "long": lambda: sum(range(20_000))}, rounds=5, seconds=0.01)

    assert found.faster("short", "long")
    assert found.ratio("long") > 1.2
    assert len(found.measured["long"]) == 5


def test_a_turn_is_at_least_one_call_however_long_that_takes():
    begun = time.perf_counter()
    found = compare({"a": lambda: time.sleep(0.02), "b": lambda: time.sleep(0.02)}, rounds=1, seconds=0.001)

    assert found.median("a") >= 20
    assert time.perf_counter() - begun < 1


def test_results_can_be_compared_instead_of_times():
    found = compare({"one": lambda: 2, "other": lambda: 6}, rounds=2, of="result", unit="queries")

    assert found.ratio("other") == 3
    assert "median, queries" in found.text()


def test_the_baseline_can_be_named():
    assert compare({"a": lambda: 2, "b": lambda: 4}, rounds=1, of="result", baseline="b").ratio("a") == 0.5


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"sides": {"a": len}}, "at least two sides"),
        ({"baseline": "c"}, "no side 'c' to compare with: the sides are a, b"),
        ({"of": "memory"}, 'of is "time" or "result"'),
        ({"rounds": 0}, "both must be above zero"),
        ({"of": "result"}, "a returned NoneType"),
        ({"sides": {"a": lambda: 1 / 0, "b": str}}, "a raised ZeroDivisionError while it was measured"),
        ({"sides": {"a": "http://127.0.0.1:1/", "b": str}}, "a does not answer at http://127.0.0.1:1/"),
        ({"sides": {"a": "http://example.org/", "b": str}}, "example.org is not this machine"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(options, said):
    with pytest.raises(LabError, match=said) as error:
        compare(**{"sides": {"a": lambda: None, "b": lambda: None}, "rounds": 1, **options})

    assert "\n" not in str(error.value)

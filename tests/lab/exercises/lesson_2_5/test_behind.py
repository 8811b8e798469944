import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_counting(files, recorded):
    new, old = len(set(files) - set(recorded)), len(set(recorded) - set(files))
    return {(False, False): "nobody", (False, True): "code", (True, False): "table"}.get((new > 0, old > 0), "both")


def by_loops(files, recorded):
    code = not all(name in files for name in recorded)
    table = any(name not in recorded for name in files)
    return ("both" if table else "code") if code else ("table" if table else "nobody")


def by_the_last_ones(files, recorded):
    if files[-1:] == recorded[-1:]:
        return "nobody"
    return "table" if recorded[-1:] and recorded[-1] in files else "code" if files[-1] in recorded else "both"


def by_the_beginning(files, recorded):
    files, recorded = sorted(files), sorted(recorded)
    if files == recorded:
        return "nobody"
    if recorded[: len(files)] == files:
        return "code"
    return "table" if files[: len(recorded)] == recorded else "both"


def by_subset(files, recorded):
    if set(files) < set(recorded):
        return "code"
    return "table" if set(recorded) < set(files) else "nobody"


@pytest.mark.parametrize("answer", [by_counting, by_loops])
def test_whoever_looks_at_each_name_is_right(answer):
    assert judge(find("2.5.1"), answer).passed


@pytest.mark.parametrize("answer", [by_the_last_ones, by_the_beginning, by_subset])
def test_whoever_looks_at_some_of_them_is_told_of_a_case(answer):
    verdict = judge(find("2.5.1"), answer)

    assert not verdict.passed
    assert "is behind, and you say" in verdict.line

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def grouped(problem, fields):
    found = {}
    for error in problem.get("errors", [{"field": "", "message": problem["detail"]}]):
        name = error["field"].partition(".")[0]
        found.setdefault(name if name in fields else None, []).append(error["message"])
    return found


def overwritten(problem, fields):
    return {name: [message[-1]] for name, message in grouped(problem, fields).items()}


def nothing_unknown(problem, fields):
    return {name: said for name, said in grouped(problem, fields).items() if name}


def by_its_beginning(problem, fields):
    found = {}
    for error in problem.get("errors", [{"field": "", "message": problem["detail"]}]):
        name = next((field for field in fields if error["field"].startswith(field)), None)
        found.setdefault(name, []).append(error["message"])
    return found


def test_messages_are_grouped_by_field():
    assert judge(find("2.2.6"), grouped).passed


@pytest.mark.parametrize(
    ("form_errors", "said"),
    [
        (overwritten, "two messages"),
        (nothing_unknown, "no field of the form is body"),
        (by_its_beginning, "begins like name, and is no part of it"),
    ],
)
def test_it_says_what_is_wrong(form_errors, said):
    assert said in judge(find("2.2.6"), form_errors).line

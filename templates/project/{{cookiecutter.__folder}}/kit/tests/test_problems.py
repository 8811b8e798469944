import pytest

from {{ cookiecutter.namespace }}.kit import problems


class UnknownWizard(problems.NotFound):
    title = "There is no such wizard"


def test_a_problem_says_what_it_is_to_programs_and_to_people() -> None:
    told = UnknownWizard("there is no wizard 7", tried=3).as_dict()

    assert told == {
        "type": "urn:problem:unknown-wizard",
        "title": "There is no such wizard",
        "status": 404,
        "detail": "there is no wizard 7",
        "tried": 3,
    }


def test_without_a_detail_the_title_stands_for_it() -> None:
    assert UnknownWizard().as_dict()["detail"] == "There is no such wizard"


def test_a_subclass_is_known_by_its_type() -> None:
    known = problems.known_problems()

    assert known["urn:problem:unknown-wizard"] is UnknownWizard
    assert known["urn:problem:key-reused"] is problems.KeyReused


def test_what_is_not_available_says_when_to_come_back() -> None:
    assert problems.CalleeAway("player is away", retry_after=7).headers == {"Retry-After": "7"}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, problems.Unauthenticated),
        (404, problems.NotFound),
        (409, problems.Conflict),
        (422, problems.Invalid),
        (503, problems.Unavailable),
        (418, problems.BadRequest),
        (500, problems.Problem),
        (507, problems.Problem),
    ],
)
def test_each_status_has_a_general_problem(status: int, kind: type[problems.Problem]) -> None:
    assert problems.problem_of_status(status) is kind

import json

from {{ cookiecutter.namespace }}.kit import problems
from {{ cookiecutter.namespace }}.kit.responses import problem_response


def test_a_problem_is_answered_with_its_status_type_and_headers() -> None:
    response = problem_response(problems.Unavailable("closed for lunch", retry_after=1800))

    assert response.status_code == 503
    assert response["Content-Type"] == "application/problem+json"
    assert response["Retry-After"] == "1800"
    assert json.loads(response.content)["detail"] == "closed for lunch"


def test_korean_is_readable_in_the_body() -> None:
    assert "졸린 수달" in problem_response(problems.NotFound("졸린 수달")).content.decode()


def test_half_of_a_surrogate_pair_is_told_back_as_a_question_mark() -> None:
    assert json.loads(problem_response(problems.NotFound("no \ud800")).content)["detail"] == "no ?"

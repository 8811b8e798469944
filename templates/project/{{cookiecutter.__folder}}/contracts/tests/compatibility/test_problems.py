"""Problems, which callers catch by their types."""

from typing import Any

from .descriptions import breaks, described, news

TYPE = "urn:problem:no-water"


def telling(**problems: int) -> Any:
    return described(
        {}, problems={f"urn:problem:{name.replace('_', '-')}": status for name, status in problems.items()}
    )


def test_a_problem_that_is_gone_is_waited_for() -> None:
    assert breaks(telling(no_water=409), telling()) == [f"{TYPE} is gone"]


def test_a_problem_of_another_status_is_taken_for_another() -> None:
    assert breaks(telling(no_water=409), telling(no_water=503)) == [f"{TYPE} now has the status 503 and no longer 409"]


def test_a_new_problem_is_known_by_its_status() -> None:
    assert breaks(telling(), telling(no_water=409)) == []
    assert news(telling(), telling(no_water=409)) == [f"{TYPE} is new"]

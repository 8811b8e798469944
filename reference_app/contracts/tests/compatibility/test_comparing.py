"""Operations as a whole: which there are, and which there are no longer."""

from clever.contracts.compatibility.comparing import compare

from .descriptions import PATH, SCHEMES, breaks, content, described, fields, kettle, news

OPERATION = {"responses": {"200": {"description": "OK"}}}


def test_a_description_that_says_the_same_has_changed_in_nothing() -> None:
    assert compare("kettle", kettle(), kettle()) == []


def test_an_operation_that_is_gone_is_called_in_vain() -> None:
    both = described({PATH: {"get": OPERATION, "post": OPERATION}})

    assert breaks(both, kettle(method="get")) == [f"POST {PATH} is gone"]


def test_an_operation_more_breaks_nobody() -> None:
    both = described({PATH: {"get": OPERATION, "post": OPERATION}})

    assert breaks(kettle(method="get"), both) == []
    assert news(kettle(method="get"), both) == [f"POST {PATH} is new"]


def test_an_operation_under_another_path_is_gone_from_where_it_was() -> None:
    moved = kettle(path="/api/kettle/pots")

    assert breaks(kettle(), moved) == [f"POST {PATH} is gone"]
    assert news(kettle(), moved) == ["POST /api/kettle/pots is new"]


def test_an_operation_by_another_method_is_gone_from_where_it_was() -> None:
    assert breaks(kettle(method="post"), kettle(method="put")) == [f"POST {PATH} is gone"]


def test_what_a_parameter_in_the_path_is_called_no_client_gets_to_see() -> None:
    old = kettle(path=f"{PATH}/{{id}}", parameters=[{"in": "path", "name": "id", "required": True, "schema": {}}])
    new = kettle(path=f"{PATH}/{{key}}", parameters=[{"in": "path", "name": "key", "required": True, "schema": {}}])

    assert breaks(old, new) == []
    assert news(old, new) == []


def test_an_operation_may_be_called_deprecated() -> None:
    assert breaks(kettle(), kettle(deprecated=True)) == []
    assert news(kettle(), kettle(deprecated=True)) == [f"POST {PATH} is deprecated"]


def test_what_we_cannot_compare_must_stay_as_it_is() -> None:
    old, new = kettle(callbacks={"boiled": {}}), kettle(callbacks={"cold": {}})

    assert breaks(old, old) == []
    assert breaks(old, new) == [
        f"POST {PATH} describes callbacks of the operation in another way, which cannot be compared"
    ]


def test_a_service_that_is_gone_breaks_its_clients_and_a_new_one_has_none() -> None:
    assert breaks(kettle(), None) == ["the service is gone"]
    assert breaks(None, kettle()) == []
    assert news(None, kettle()) == ["the service is new"]


def test_what_breaks_comes_first_and_says_what_to_do() -> None:
    old = kettle(requestBody=content(fields(size={})))
    new = kettle(requestBody=content(fields("channel", size={}, channel={})), deprecated=True, schemes=SCHEMES)

    told = [str(change) for change in compare("kettle", old, new)]

    assert told == [
        f'kettle: POST {PATH} now requires the field "channel": a client of the last release does not send it. '
        "Make it optional, or add a new operation",
        f"kettle: POST {PATH} is deprecated",
    ]

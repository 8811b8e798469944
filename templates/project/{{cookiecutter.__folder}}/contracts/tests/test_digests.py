from pydantic import BaseModel

from {{ cookiecutter.namespace }}.contracts.digests import digest_of


class Old(BaseModel):
    name: str
    tags: dict[str, int] = {}


class New(Old):
    colour: str = "red"


def test_the_same_request_has_the_same_digest_whatever_the_order_of_its_members() -> None:
    assert digest_of(Old(name="a", tags={"x": 1, "y": 2})) == digest_of(Old(tags={"y": 2, "x": 1}, name="a"))


def test_another_request_has_another_digest() -> None:
    assert digest_of(Old(name="a")) != digest_of(Old(name="b"))


def test_a_field_that_a_later_release_adds_changes_no_old_request() -> None:
    assert digest_of(Old(name="a")) == digest_of(New(name="a"))
    assert digest_of(New(name="a")) != digest_of(New(name="a", colour="blue"))

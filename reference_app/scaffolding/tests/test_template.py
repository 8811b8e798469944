import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.template import Template

from .conftest import HERE, wished


def test_a_record_holds_what_was_chosen() -> None:
    template = Template.of(wished(HERE, "tides", fields="height:decimal,at:datetime"), HERE.template)

    assert template.answers["fields"] == "height:decimal, at:datetime"


def test_a_record_holds_a_player_and_a_title_where_nothing_was_chosen() -> None:
    template = Template.of(wished(HERE, "tides"), HERE.template)

    assert template.answers["fields"] == "player_id:uuid, title:str"


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("height:int", "player_id:uuid, title:str"),
        ("player_id:uuid, height:int", "title:str"),
        ("player_id:uuid, title:text", "title:str"),
        ("title:str, player_id:int", "player_id:uuid"),
    ],
)
@pytest.mark.parametrize("callee", ["player", "coupon", "notice", "archive", "link"])
def test_an_example_that_asks_needs_what_it_asks_about(callee: str, fields: str, missing: str) -> None:
    service = wished(HERE, "tides", calls=["vid", callee], fields=fields)

    with pytest.raises(Refused, match=f"asking {callee} takes the fields {missing}: add them"):
        Template.of(service, HERE.template)


def test_further_fields_are_no_hindrance_to_asking() -> None:
    service = wished(HERE, "tides", calls=["player"], fields="height:int, title:str, player_id:uuid")

    assert Template.of(service, HERE.template).asks == "player"


def test_a_service_that_asks_nobody_holds_what_it_likes() -> None:
    service = wished(HERE, "tides", calls=["vid"], fields="height:int")

    assert Template.of(service, HERE.template).asks == ""

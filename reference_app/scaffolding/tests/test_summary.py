from clever.scaffolding.changes import Changes
from clever.scaffolding.summary import summary

from .conftest import HERE, wished


def test_fields_that_were_chosen_are_told() -> None:
    service = wished(HERE, "tides", fields="at:datetime,height:decimal")

    assert "a record holds at:datetime, height:decimal\n" in summary(service, Changes(), HERE)


def test_fields_that_nobody_chose_are_not() -> None:
    assert "a record holds" not in summary(wished(HERE, "tides"), Changes(), HERE)

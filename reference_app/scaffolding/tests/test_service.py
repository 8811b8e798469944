import pytest

from clever.runner.errors import StageError
from clever.scaffolding.errors import Refused
from clever.scaffolding.layout import Layout

from .conftest import HERE, wished


def test_it_is_called_by_its_name_where_nobody_says_otherwise() -> None:
    service = wished(HERE, "tides")

    assert (service.title, service.title_ko, service.calls) == ("Tides", "Tides", ())
    assert (service.seam, service.distribution) == ("TIDES_URL", "clever-service-tides")


def test_callees_keep_their_order_and_are_there_once() -> None:
    assert wished(HERE, "tides", calls=["player", "archive", "player"]).calls == ("player", "archive")


def test_its_fields_are_read() -> None:
    assert [*map(str, wished(HERE, "tides", fields="due:date,title:str").fields)] == ["due:date", "title:str"]


def test_a_field_that_cannot_be_is_refused() -> None:
    with pytest.raises(Refused, match="'pk' is what each model"):
        wished(HERE, "tides", fields="pk:int")


@pytest.mark.parametrize("callee", ["nobody", "permitter", "backoffice", "tides", ""])
def test_a_callee_that_nobody_can_call_is_refused_and_the_others_are_named(callee: str) -> None:
    with pytest.raises(Refused, match=f"no service '{callee}' in composition to call; there are: app, archive, "):
        wished(HERE, "tides", calls=["player", callee])


def test_a_service_that_joined_before_can_be_called(grown: Layout) -> None:
    assert wished(grown, "ferries", calls=["tides"]).calls == ("tides",)


def test_a_stage_that_is_made_over_elsewhere_is_refused() -> None:
    with pytest.raises(Refused, match="split is what composition is made of"):
        wished(HERE, "tides", stage="split")


def test_an_unknown_stage_is_refused() -> None:
    with pytest.raises(StageError, match="unknown stage 'compositoin'; did you mean composition"):
        wished(HERE, "tides", stage="compositoin")


@pytest.mark.skipif(not HERE.is_workbook, reason="these stages are the workbook's")
@pytest.mark.parametrize(
    ("stage", "why"), [("monolith", "one project for all services"), ("containers", "arranges the projects of split")]
)
def test_a_stage_without_projects_of_its_own_is_refused(stage: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        wished(HERE, "tides", stage=stage)

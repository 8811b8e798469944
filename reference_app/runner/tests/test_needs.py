"""Who falls with whom, in stages that are made up."""

from typing import Any

import pytest

from clever.runner.needs import Fate, asks_permitter, blast_radius, callees, home_of
from clever.runner.stagefile import StageFile

FALLS, LIMPS, WHOLE = Fate.FALLS, Fate.LIMPS, Fate.WHOLE


def project(port: int, *apps: str, calls: list[str]) -> dict[str, Any]:
    return {"settings": "s", "wsgi": "w", "port": port, "apps": apps, "calls": calls, "processes": {}}


def shop(**changes: Any) -> StageFile:
    """page asks till, till asks store; the permitter knows them. People are led from page to board."""
    tables: dict[str, Any] = {
        "name": "shop",
        "folder": "/stages/shop",
        "summary": "A shop.",
        "seams": {
            "TILL_URL": "${till}/api/till",
            "STORE_URL": "${store}/api/store",
            "PERMITTER_URL": "${permitter}/api/permitter",
            "BOARD_ORIGIN": "${board}",
        },
        "projects": {
            "page": project(1, "page", calls=["TILL_URL", "STORE_URL", "PERMITTER_URL", "BOARD_ORIGIN"]),
            "till": project(2, "till", "drawer", calls=["STORE_URL", "PERMITTER_URL"]),
            "store": project(3, "store", calls=["PERMITTER_URL"]),
            "board": project(4, "board", calls=[]),
            "permitter": project(5, "permitter", calls=[]),
        },
        "permits": {"page": ["till *"], "till": ["store GET /api/store/<id>"], "somebody": ["store *"]},
    }
    return StageFile.model_validate(tables | changes)


def test_whoever_shares_a_project_falls_with_it() -> None:
    assert blast_radius(shop())["till"] == {
        "page": LIMPS,
        "till": FALLS,
        "drawer": FALLS,
        "store": WHOLE,
        "board": WHOLE,
        "permitter": WHOLE,
    }


def test_limping_does_not_spread() -> None:
    fates = blast_radius(shop())["store"]

    assert (fates["till"], fates["drawer"], fates["page"]) == (LIMPS, LIMPS, WHOLE)


def test_an_address_for_people_is_no_call() -> None:
    assert blast_radius(shop())["board"]["page"] is WHOLE


def test_a_call_that_needs_no_permit_hangs_on_no_operation() -> None:
    assert callees(shop(), "page") == {"till"}


def test_where_nobody_asks_for_permits_every_call_counts() -> None:
    assert callees(shop(permits={}), "page") == {"till", "store"}


def test_without_the_permitter_all_limp_whose_door_it_keeps() -> None:
    fates = blast_radius(shop())["permitter"]

    assert fates.pop("permitter") is FALLS
    assert fates.pop("board") is WHOLE
    assert set(fates.values()) == {LIMPS}
    assert not asks_permitter(shop(), "permitter")


def test_who_is_in_one_process_falls_together() -> None:
    seams = {"STORE_URL": "local:"}
    one = {"house": project(1, "till", "store", calls=["STORE_URL"])}

    assert blast_radius(shop(seams=seams, projects=one, permits={})) == {"house": {"till": FALLS, "store": FALLS}}


@pytest.mark.parametrize(("service", "home"), [("drawer", "till"), ("store", "store"), ("nobody's page", "page")])
def test_a_service_lives_in_a_project_and_what_is_none_at_the_front(service: str, home: str) -> None:
    assert home_of(shop(), service) == home


def test_whoever_can_do_without_a_callee_for_a_while_stays_whole() -> None:
    stage = shop()
    page = stage.projects["page"].model_dump() | {"spares": ["TILL_URL"]}
    sparing = shop(projects={**{name: each.model_dump() for name, each in stage.projects.items()}, "page": page})

    assert blast_radius(stage)["till"]["page"] is LIMPS
    assert blast_radius(sparing)["till"]["page"] is WHOLE


def test_nobody_spares_whom_it_does_not_call() -> None:
    till = project(2, "till", calls=["STORE_URL"]) | {"spares": ["TILL_URL"]}

    with pytest.raises(ValueError, match=r"projects\.till\.spares names 'TILL_URL', which is no seam of this stage"):
        shop(projects={**{name: each.model_dump() for name, each in shop().projects.items()}, "till": till})

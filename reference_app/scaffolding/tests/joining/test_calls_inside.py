"""A service that calls another of the same project: a seam to this very process, and a note of who calls whom."""

import ast
from typing import Any

import pytest

from clever.runner.stagefile import StageFile, load_stage
from clever.scaffolding.errors import Refused
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service

from .conftest import joined

README = "stages/monolith/README.md"


def monolith(layout: Layout) -> StageFile:
    return load_stage("monolith", layout.root)


def settings(layout: Layout) -> str:
    return (layout.home / "stages/monolith/monolith/settings.py").read_text()


def assigned(source: str) -> list[Any]:
    """The names that are assigned, as often as that is done."""
    statements = (one for one in ast.parse(source).body if isinstance(one, ast.Assign))
    return [name.id for one in statements for name in one.targets if isinstance(name, ast.Name)]


def test_each_callee_has_a_seam_that_leads_to_this_process(layout: Layout) -> None:
    joined(layout, "tea", "monolith", "app", "vid")

    assert 'APP_URL = env.seam("APP_URL", default="local:")\n' in settings(layout)
    assert monolith(layout).seams["APP_URL"] == "local:"
    assert "| `APP_URL` | the seam to app: `local:`, or `http://host/api/app` | `local:` |" in (
        (layout.home / README).read_text()
    )


def test_one_that_is_there_already_is_not_added_again(layout: Layout) -> None:
    joined(layout, "tea", "monolith", "app", "vid")
    joined(layout, "cake", "monolith", "tea", "app")

    assert [assigned(settings(layout)).count(name) for name in ("VID_URL", "APP_URL", "TEA_URL")] == [1, 1, 1]
    text = (layout.home / README).read_text()
    assert [text.count(f"`{name}`") for name in ("VID_URL", "APP_URL", "TEA_URL")] == [1, 1, 1]


def test_who_calls_whom_is_noted_and_nothing_of_one_that_calls_nobody(layout: Layout) -> None:
    joined(layout, "tea", "monolith", "app", "vid")
    joined(layout, "cake", "monolith", "tea")
    joined(layout, "water", "monolith")

    assert monolith(layout).projects["monolith"].callees == {"tea": ("app", "vid"), "cake": ("tea",)}
    table = (layout.home / "stages/monolith/stage.toml").read_text()
    assert table.count("# Who calls whom in here") == 1
    assert "\n\n[nginx]\n" in table, "the next table stands apart, as all others do"


def test_whom_the_project_has_not_nobody_in_it_can_call(layout: Layout) -> None:
    with pytest.raises(Refused, match=r"^tea calls event, which monolith has not$"):
        joined(layout, "tea", "monolith", "event")

    assert "tea" not in monolith(layout).projects["monolith"].apps


def test_inv_new_service_takes_a_callee_that_no_seam_leads_to_yet(layout: Layout) -> None:
    wished = Service.wished("tea", calls=["link", "player"], stage="monolith", layout=layout)

    assert wished.calls == ("link", "player")
    with pytest.raises(Refused, match=r"no service 'event' in monolith to call; there are: app, archive, coupon"):
        Service.wished("tea", calls=["event"], stage="monolith", layout=layout)

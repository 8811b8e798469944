import ast

import pytest

from clever.runner.stagefile import load_stage
from clever.scaffolding.errors import Refused
from clever.scaffolding.layout import Layout

from .conftest import joined


def test_a_stage_of_one_project_has_one_app_more(layout: Layout) -> None:
    joined(layout, "tea", "monolith")

    assert load_stage("monolith", layout.root).projects["monolith"].apps[-1] == "tea"
    settings = (layout.home / "stages/monolith/monolith/settings.py").read_text()
    assert '"clever.service.tea",' in settings
    assert "clever-service-tea" in (layout.home / "stages/monolith/pyproject.toml").read_text()


def test_its_addresses_are_among_the_others_and_its_import_in_its_place(layout: Layout) -> None:
    joined(layout, "tea", "monolith")

    urls = (layout.home / "stages/monolith/monolith/urls.py").read_text()
    lines = urls.splitlines()
    routers = [line for line in lines if line.startswith("api.add_router(")]
    imports = [line for line in lines if line.startswith("from clever.service.")]
    assert routers[-1] == 'api.add_router("/tea", tea)'
    assert imports == sorted(imports)
    assert "from clever.service.tea.api import router as tea" in imports
    ast.parse(urls)


def test_no_other_file_is_touched(layout: Layout) -> None:
    changes = joined(layout, "tea", "monolith")

    assert changes.made == {}
    assert {path.name for path in changes.changed} == {"settings.py", "urls.py", "pyproject.toml", "stage.toml"}


def test_where_the_addresses_are_written_otherwise_nothing_is_changed(layout: Layout) -> None:
    urls = layout.home / "stages/monolith/monolith/urls.py"
    urls.write_text("urlpatterns = []\n")

    with pytest.raises(Refused, match=r"urls\.py: no statement begins with"):
        joined(layout, "tea", "monolith")

    assert load_stage("monolith", layout.root).projects["monolith"].apps[-1] != "tea"

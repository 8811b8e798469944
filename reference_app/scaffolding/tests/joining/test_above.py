from clever.runner.stagefile import load_stage
from clever.runner.tables import CONTAINERS
from clever.scaffolding.layout import Layout

from .conftest import joined


def test_the_stages_above_have_it_too_each_on_ports_of_its_own(layout: Layout) -> None:
    joined(layout, "tea", "split")

    stages = [load_stage(name, layout.root) for name in ("split", "containers", "composition")]
    ports = [stage.projects["tea"].port for stage in [*stages, load_stage("composition", layout.root, on=CONTAINERS)]]
    others = [project.port for stage in stages for name, project in stage.projects.items() if name != "tea"]
    assert len({*ports}) == 4
    assert not {*ports} & {*others}


def test_in_containers_it_has_all_that_the_others_have(layout: Layout) -> None:
    joined(layout, "tea", "split")

    folder = layout.home / "stages/containers"
    compose = (folder / "compose.yaml").read_text()
    assert "  tea:\n" in compose
    assert "split.tea.settings" in compose
    assert "components: [../base/alike]" in (folder / "kubernetes/tea/kustomization.yaml").read_text()
    assert (folder / "nginx/doors.tea.conf").read_text() == "listen 8108;\n"


def test_what_is_made_of_none_tells_nobody(layout: Layout) -> None:
    changes = joined(layout, "tea", "composition")

    assert {path.parts[len(layout.root.parts) + 1] for path in (*changes.made, *changes.changed)} == {"composition"}

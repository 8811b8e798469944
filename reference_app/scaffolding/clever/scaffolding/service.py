"""What is wished for, once it is clear that it can be."""

from collections.abc import Sequence
from dataclasses import dataclass

from clever.runner.needs import API
from clever.runner.stagefile import StageFile, known_stages, load_stage
from clever.scaffolding.errors import Refused
from clever.scaffolding.fields import Field, read_fields
from clever.scaffolding.layout import Layout
from clever.scaffolding.names import check_name, check_title


@dataclass(frozen=True)
class Service:
    """A service that is to be made. `calls` are the services that it will call, the first ones first.

    `fields` are what a record of it holds; where there are none, it is what the template says.
    """

    name: str
    title: str
    title_ko: str
    calls: tuple[str, ...]
    stage: StageFile
    fields: tuple[Field, ...] = ()

    @classmethod
    def wished(
        cls,
        name: str,
        *,
        title: str = "",
        title_ko: str = "",
        calls: Sequence[str] = (),
        fields: str = "",
        stage: str,
        layout: Layout,
    ) -> "Service":
        """Raises Refused, before anything is made, for a name, a callee, a field or a stage that it cannot be."""
        check_name(name, layout)
        title = title or name.capitalize()
        check_title(title)
        check_title(title_ko or title)
        table = _stage(stage, layout)
        for callee in calls:
            _check_callee(callee, table, layout)
        chosen = read_fields(fields) if fields else ()
        return cls(name, title, title_ko or title, tuple(dict.fromkeys(calls)), table, chosen)

    @property
    def seam(self) -> str:
        """The setting by which others know where it is."""
        return seam_of(self.name)

    @property
    def distribution(self) -> str:
        return f"clever-service-{self.name}"


def seam_of(service: str) -> str:
    """What the setting is called that says where a service is."""
    return f"{service.upper()}_URL"


def uppermost(layout: Layout) -> str:
    """The stage with projects of its own that stands on all others; of several, the one with the most projects."""
    stages = [load_stage(name, layout.root) for name in known_stages(layout.root)]
    beneath = {stage.extends for stage in stages}
    found = [stage for stage in stages if not stage.arranges and stage.name not in beneath]
    return max(found, key=lambda stage: len(stage.projects)).name


def _stage(name: str, layout: Layout) -> StageFile:
    stage = load_stage(name, layout.root)
    if stage.arranges:
        raise Refused(f"{name} arranges the projects of {stage.arranges}; a new service joins a stage with its own")
    if layout.is_workbook:
        _refuse_what_lessons_tell_of(stage, layout)
    return stage


def _refuse_what_lessons_tell_of(stage: StageFile, layout: Layout) -> None:
    name = stage.name
    if len(stage.projects) < 2:
        raise Refused(
            f"{name} is one project for all services; a new one joins a stage of several, such as composition"
        )
    for other in known_stages(layout.root):
        table = load_stage(other, layout.root)
        if name in (table.extends, table.arranges):
            raise Refused(f"{name} is what {other} is made of, and would change it as well; join a stage on top of it")


def _check_callee(callee: str, stage: StageFile, layout: Layout) -> None:
    known = [app for project in stage.projects.values() for app in project.apps if _has_contract(app, layout)]
    if callee not in known:
        raise Refused(f"there is no service {callee!r} in {stage.name} to call; there are: {', '.join(sorted(known))}")
    if len(stage.projects) == 1:  # all are in one process, and it is told so
        return
    if seam_of(callee) not in stage.seams or API not in stage.seams[seam_of(callee)]:
        raise Refused(f"{stage.name} says in no seam where {callee} is: add {seam_of(callee)} to its stage.toml")


def _has_contract(app: str, layout: Layout) -> bool:
    return (layout.contracts / f"clever/contracts/testing/{app}.py").is_file()

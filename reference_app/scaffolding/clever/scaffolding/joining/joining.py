"""Let a service join its stage: everything that has to know of it."""

from pathlib import Path

from clever.runner.stagefile import StageFile
from clever.scaffolding.changes import Changes
from clever.scaffolding.edits.code import with_entry
from clever.scaffolding.errors import Refused
from clever.scaffolding.finishing import formatted, sorted_imports, tidy
from clever.scaffolding.joining import above, backoffice, distributions, one_project, readme, stage_table
from clever.scaffolding.joining.containers import Containers
from clever.scaffolding.joining.laying import lay
from clever.scaffolding.joining.ports import after, taken_by_stages
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service
from clever.scaffolding.template import PROJECT, Template

PERMITTED = "permitted.py"  # of the package with what the projects of a stage have in common


def register(service: Service, layout: Layout, changes: Changes) -> None:
    """Add to `changes` what makes the service's distribution a part of the project. Raises Refused."""
    folder = layout.shown(layout.services / service.name)
    changes.change(layout.root / "pyproject.toml", lambda text: distributions.with_member(text, service, folder))
    if (every_app := layout.home / "every_app.py").is_file():  # by which mypy reads the models of all
        _entry(changes, every_app, "INSTALLED_APPS", f"clever.service.{service.name}")
    if layout.is_workbook:
        _entry(changes, layout.root / "workbook/testing.py", "BY_THEMSELVES", f"services/{service.name}")


def join(service: Service, template: Template, layout: Layout, changes: Changes, made: Path) -> None:
    """Add to `changes` what makes the service a part of its stage; `made` is a folder for what is rendered.

    Raises Refused where a file is not as it has to be.
    """
    stage, taken = service.stage, taken_by_stages(layout.root)
    if one_project.is_one_project(stage):
        one_project.join(service, template, changes, made)
        return
    containers = Containers.of(stage, layout, taken)
    project = template.render(PROJECT, made / "project", stage=stage.name, common=_common(stage))
    tidy(project, first_party=(stage.name, _common(stage)))
    lay(project, stage.folder, changes)
    if containers:
        containers.lay(service, template, changes, made)
    if stage_table.BACKOFFICE in stage.own_projects:
        settings = stage.folder / f"{stage.projects[stage_table.BACKOFFICE].settings.replace('.', '/')}.py"
        changes.change(settings, lambda source: sorted_imports(backoffice.with_service(source, service), stage))
    changes.change(stage.folder / "README.md", lambda text: readme.with_service(text, service, template))
    changes.change(stage.folder / "pyproject.toml", lambda text: distributions.with_extra(text, service))
    ports = {"port": after((one.port for one in stage.projects.values()), taken)}
    ports["container_port"] = containers.published if containers else 0
    changes.change(stage.folder / "stage.toml", lambda text: stage_table.with_service(text, service, template, **ports))
    above.tell(service, template, layout, changes, made / "above", but=set(ports.values()))


def _common(stage: StageFile) -> str:
    """The package that a project's settings begin with: the stage's own, or that of a stage beneath."""
    for layer in reversed(stage.layers):
        if (layer / layer.name / PERMITTED).is_file():
            return layer.name
    raise Refused(f"{stage.name}: no package of its layers has a {PERMITTED}, which a project's settings begin with")


def _entry(changes: Changes, file: Path, name: str, entry: str) -> None:
    changes.change(file, lambda source: formatted(with_entry(source, name, f'"{entry}"')))

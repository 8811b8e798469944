"""All that a new service is made of, put together and then written at once."""

from pathlib import Path
from tempfile import TemporaryDirectory

from {{ cookiecutter.namespace }}.runner.stagefile import load_stage
from {{ cookiecutter.namespace }}.scaffolding.changes import Changes
from {{ cookiecutter.namespace }}.scaffolding.finishing import compile_messages, tidy
from {{ cookiecutter.namespace }}.scaffolding.joining.joining import join, register
from {{ cookiecutter.namespace }}.scaffolding.joining.laying import lay
from {{ cookiecutter.namespace }}.scaffolding.layout import Layout
from {{ cookiecutter.namespace }}.scaffolding.service import Service
from {{ cookiecutter.namespace }}.scaffolding.template import CONTRACT, DISTRIBUTION, Template


def make(service: Service, layout: Layout) -> Changes:
    """Make the service and let it join its stage. Gives what was written.

    Raises Refused where that cannot be; then nothing has been written.
    """
    changes = plan(service, layout)
    with changes.written():
        for way in service.stage.ways:  # whatever was added must be a stage
            load_stage(service.stage.name, layout.root, on=way)
    return changes


def plan(service: Service, layout: Layout) -> Changes:
    """What would be written. Raises Refused."""
    template, changes = Template.of(service, layout.template), Changes()
    with TemporaryDirectory(prefix="new-service-") as made:
        distribution = template.render(DISTRIBUTION, Path(made, "distribution"))
        compile_messages(distribution)
        tidy(distribution)
        lay(distribution, layout.services / service.name, changes)
        contract = template.render(CONTRACT, Path(made, "contract"))
        tidy(contract)
        lay(contract, layout.contracts, changes)
        register(service, layout, changes)
        join(service, template, layout, changes, Path(made))
    return changes

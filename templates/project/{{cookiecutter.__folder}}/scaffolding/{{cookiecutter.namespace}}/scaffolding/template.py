"""templates/service, rendered by cookiecutter: the distribution itself, and what goes elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cookiecutter.generate import generate_context, generate_files
from cookiecutter.prompt import prompt_for_config

from {{ cookiecutter.namespace }}.scaffolding.errors import Refused
from {{ cookiecutter.namespace }}.scaffolding.fields import read_fields
from {{ cookiecutter.namespace }}.scaffolding.service import Service

DISTRIBUTION, CONTRACT, PROJECT, CONTAINERS = ".", "contract", "project", "containers"
WORKER = "worker"  # of a stage that is one project


@dataclass(frozen=True)
class Template:
    """The template with its questions answered."""

    folder: Path
    answers: Mapping[str, Any]

    @classmethod
    def of(cls, service: Service, folder: Path) -> "Template":
        """Raises Refused where the example would ask about a field that there is not."""
        given = {"service_name": service.name, "title": service.title, "title_ko": service.title_ko}
        given["calls"] = ",".join(service.calls)
        if service.fields:
            given["fields"] = ", ".join(map(str, service.fields))
        context = generate_context(str(folder / "cookiecutter.json"), extra_context=given)
        template = cls(folder, prompt_for_config(context, no_input=True))
        template._check_fields()
        return template

    @property
    def asks(self) -> str:
        """The callee that the example asks for something; empty where it asks nobody."""
        return str(self.answers["__asks"])

    @property
    def permit(self) -> str:
        """The operation that the example calls."""
        return str(self.answers["_permits"][self.asks])

    def _check_fields(self) -> None:
        there = {str(field) for field in read_fields(self.answers["fields"])}
        needed = self.answers["_asks_about"]
        if self.asks and not there.issuperset(needed):
            missing = ", ".join(field for field in needed if field not in there)
            others = ", ".join(self.answers["_permits"])
            raise Refused(f"asking {self.asks} takes the fields {missing}: add them, or call none of {others}")

    def render(self, part: str, into: Path, **further: Any) -> Path:
        """Write one of the parts into a new folder in `into`, with `further` answers. Gives that folder."""
        context = {"cookiecutter": {**self.answers, **further}}
        into.mkdir(parents=True, exist_ok=True)
        return Path(generate_files(str(self.folder / part), context=context, output_dir=str(into)))

"""What a project was asked when it was made, which it remembers in `.template.json`."""

import json
from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.scaffolding.errors import Refused

FILE = ".template.json"
INSIDE = "templates/project"  # of the repository that holds the template


@dataclass(frozen=True)
class Memory:
    """Where the template is, and what was answered."""

    template: str
    answers: dict[str, str]

    @classmethod
    def of(cls, root: Path) -> "Memory":
        """Raises Refused where the project does not remember."""
        file = root / FILE
        try:
            table = json.loads(file.read_text(encoding="utf-8"))
            answers = {name: str(value) for name, value in table["answers"].items()}
            if "stage" not in answers:
                raise KeyError("stage")
            return cls(str(table["template"]), answers)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise Refused(f"{file} cannot be read ({error}); it says what this project was made of") from error

    @property
    def stage(self) -> str:
        return self.answers["stage"]

    def at(self, stage: str) -> "Memory":
        """The same at another stage."""
        return Memory(self.template, self.answers | {"stage": stage})

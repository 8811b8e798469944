"""What a project remembers of its making, in `.cruft.json`: cruft updates it by the same file."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from clever.scaffolding.errors import Refused

FILE = ".cruft.json"
INSIDE = "templates/project"  # of the repository that holds the template, where nothing else is remembered


@dataclass(frozen=True)
class Memory:
    """Where the template is, what was answered, and as which commit and in which folder of a repository it was."""

    template: str
    answers: dict[str, str]
    commit: str = ""
    directory: str = ""

    @classmethod
    def of(cls, root: Path) -> "Memory":
        """Raises Refused where the project does not remember."""
        file = root / FILE
        try:
            table = json.loads(file.read_text(encoding="utf-8"))
            asked = {name: value for name, value in table["context"]["cookiecutter"].items() if name[:1] != "_"}
            if "stage" not in asked:
                raise KeyError("stage")
            answers = {name: str(value) for name, value in asked.items()}
            return cls(str(table["template"]), answers, table.get("commit") or "", table.get("directory") or "")
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise Refused(f"{file} cannot be read ({error}); it says what this project was made of") from error

    @property
    def stage(self) -> str:
        return self.answers["stage"]

    def at(self, stage: str) -> "Memory":
        """The same at another stage."""
        return replace(self, answers=self.answers | {"stage": stage})


def remembered_at(stage: str, root: Path) -> bytes:
    """The file of the project in `root` once it is at another stage, all else as it is."""
    table = json.loads((root / FILE).read_text(encoding="utf-8"))
    table["context"]["cookiecutter"]["stage"] = stage
    return f"{json.dumps(table, ensure_ascii=False, indent=2, separators=(',', ': '))}\n".encode()

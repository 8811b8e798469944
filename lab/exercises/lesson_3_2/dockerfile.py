"""A Dockerfile read as far as the exercises need it: steps, and the stages that they belong to. No heredocs."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from lab.checks import Wrong

INSTRUCTIONS = {
    *("FROM", "ARG", "ENV", "LABEL", "SHELL", "ONBUILD"),
    *("WORKDIR", "COPY", "ADD", "RUN", "USER", "VOLUME"),
    *("EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT", "CMD"),
}


@dataclass(frozen=True)
class Step:
    """One line: its instruction in capitals, its options such as `{"from": "assets", "link": ""}`, and what follows."""

    instruction: str
    options: dict[str, str]
    rest: str

    @property
    def line(self) -> str:
        """As it is written, with single spaces and without what has been continued."""
        options = [f"--{name}={value}" if value else f"--{name}" for name, value in self.options.items()]
        return " ".join([self.instruction, *options, self.rest])

    @property
    def words(self) -> list[str] | None:
        """What the exec form says, a list in JSON; None for anything else, which goes to a shell."""
        try:
            said = json.loads(self.rest)
        except json.JSONDecodeError:
            return None
        return said if isinstance(said, list) and said and all(isinstance(one, str) for one in said) else None

    @property
    def paths(self) -> list[str]:
        """The sources of a COPY or ADD, and its target last."""
        return self.words or self.rest.split()


@dataclass(frozen=True)
class Stage:
    """From one FROM to the next: what it stands on, its name or else an empty text, and its steps."""

    base: str
    name: str
    steps: list[Step] = field(default_factory=list)

    def of(self, *instructions: str) -> list[Step]:
        return [step for step in self.steps if step.instruction in instructions]


def steps(text: Any) -> list[Step]:
    """The steps of a Dockerfile, in order. Raises Wrong for what is none."""
    if not isinstance(text, str):
        raise Wrong(f"The text of a Dockerfile is wanted, and you gave {type(text).__name__}.")
    lines = [line.strip() for line in text.splitlines()]
    written = "\n".join(line for line in lines if line and not line.startswith("#"))
    return [_step(line) for line in re.sub(r"\s*\\\n\s*", " ", written).splitlines()]


def stages(text: Any) -> list[Stage]:
    """The stages of a Dockerfile, in order; what stands before the first FROM belongs to none. Raises Wrong."""
    found: list[Stage] = []
    for step in steps(text):
        if step.instruction == "FROM":
            base, *name = re.split(r"\s+AS\s+", step.rest, flags=re.IGNORECASE)
            found.append(Stage(base, name[0].lower() if name else ""))
        elif found:
            found[-1].steps.append(step)
        elif step.instruction != "ARG":
            raise Wrong(f"A Dockerfile begins with FROM, and yours begins with `{step.line}`.")
    if not found:
        raise Wrong("There is no FROM: an image has to stand on something.")
    return found


def _step(line: str) -> Step:
    instruction, _, rest = line.partition(" ")
    if instruction.upper() not in INSTRUCTIONS:
        raise Wrong(f"`{line:.60}` is no step of a Dockerfile: there is no instruction {instruction!r:.30}.")
    options = {}
    while option := re.match(r"--([\w-]+)(?:=(\S+))?\s+", rest.lstrip()):
        options[option[1]] = option[2] or ""
        rest = rest.lstrip()[option.end() :]
    return Step(instruction.upper(), options, " ".join(rest.split()))

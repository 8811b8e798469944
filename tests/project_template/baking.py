"""A small template that asks the questions of templates/project: all that it makes is one file with the answers."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cookiecutter.exceptions import FailedHookException
from cookiecutter.generate import generate_context, generate_files
from cookiecutter.main import cookiecutter
from cookiecutter.prompt import prompt_for_config

from tests.project_template.hook import OVERLAY, filled_in


@dataclass(frozen=True)
class Oven:
    """A template, and a folder that projects are made in."""

    template: Path
    output: Path
    captured: pytest.CaptureFixture[str]
    overwrite: bool = False

    def bake(self, **answers: object) -> dict[str, Any]:
        """Bake as with --no-input. Gives the answers that the project got."""
        config = self.template / "config.yaml"  # so that nothing is read or kept in anybody's home
        config.write_text(f"replay_dir: {self.template}/replay\ncookiecutters_dir: {self.template}/fetched\n")
        made = cookiecutter(
            str(self.template),
            no_input=True,
            extra_context=answers,
            output_dir=str(self.output),
            overwrite_if_exists=self.overwrite,
            config_file=str(config),
        )
        return _answers(made)

    def bake_typed(self, **answers: object) -> dict[str, Any]:
        """Bake with answers as they are, which is what cookiecutter does with those that are typed or replayed."""
        context = generate_context(str(self.template / "cookiecutter.json"))
        typed = prompt_for_config(context, no_input=True) | answers
        return _answers(generate_files(str(self.template), {"cookiecutter": typed}, str(self.output)))

    def refused(self, **answers: object) -> list[str]:
        """What is said when `bake` is refused."""
        with pytest.raises(FailedHookException):
            self.bake(**answers)
        return self.captured.readouterr().err.splitlines()

    def refused_typed(self, **answers: object) -> list[str]:
        """What is said when `bake_typed` is refused."""
        with pytest.raises(FailedHookException):
            self.bake_typed(**answers)
        return self.captured.readouterr().err.splitlines()


def assemble(folder: Path) -> None:
    """Put the template into an empty folder."""
    (folder / "hooks").mkdir()
    (folder / "hooks/pre_gen_project.py").write_text(filled_in(), encoding="utf-8")
    shutil.copyfile(OVERLAY / "cookiecutter.json", folder / "cookiecutter.json")
    project = folder / "{{cookiecutter.__folder}}"
    project.mkdir()
    (project / "answers.json").write_text("{{ cookiecutter | jsonify }}")


def _answers(made: str) -> dict[str, Any]:
    return json.loads(Path(made, "answers.json").read_text())

"""Bake a project of the committed template, as `cookiecutter` does for whoever asks for one."""

from pathlib import Path
from threading import Lock

from cookiecutter.exceptions import CookiecutterException
from cookiecutter.main import cookiecutter
from jinja2 import TemplateError

from workbook.errors import BookError
from workbook.project_template.freshness import TEMPLATE
from workbook.project_template.proof.baked import Baked

ONE_AT_A_TIME = Lock()  # cookiecutter changes the folder that this whole process is in


def bake(root: Path, into: Path, answers: dict[str, str]) -> Baked:
    """A project with these answers, in a new folder in `into`. Raises BookError where it cannot be baked."""
    try:
        with ONE_AT_A_TIME:
            folder = cookiecutter(str(root / TEMPLATE), no_input=True, output_dir=str(into), extra_context=answers)
    except (CookiecutterException, TemplateError) as error:
        raise BookError(f"cannot be baked: {error}") from error
    return Baked(Path(folder), answers["namespace"])

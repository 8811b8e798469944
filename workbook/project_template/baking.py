"""A project of the committed template, as `cookiecutter` by itself bakes one."""

import logging
from collections.abc import Mapping
from pathlib import Path
from threading import RLock

from cookiecutter.exceptions import CookiecutterException, FailedHookException
from cookiecutter.main import cookiecutter
from jinja2 import TemplateError

from workbook.errors import BookError
from workbook.project_template.freshness import TEMPLATE

ONE_AT_A_TIME = RLock()  # cookiecutter changes the folder that this whole process is in


def bake(root: Path, into: Path, answers: Mapping[str, str], *, asks: bool = False) -> Path:
    """A project in a new folder in `into`. What `answers` leaves open has its default, or is asked with `asks`.

    Raises BookError where it cannot be baked; what the hook has to say of the answers it has printed by then.
    """
    logging.getLogger("cookiecutter").setLevel(logging.CRITICAL)  # a traceback besides would bury what the hook says
    try:
        with ONE_AT_A_TIME:
            into.mkdir(parents=True, exist_ok=True)
            made = cookiecutter(
                str(root / TEMPLATE), no_input=not asks, output_dir=str(into), extra_context=dict(answers)
            )
            return Path(made)
    except FailedHookException as error:
        raise BookError("no project is made; what stands in the way is said above") from error
    except (CookiecutterException, TemplateError, OSError, ValueError) as error:  # the last for a wrong choice
        raise BookError(f"no project is made: {error}") from error

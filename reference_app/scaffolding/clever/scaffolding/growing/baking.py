"""The template once more, with the answers that a project remembers."""

import logging
import subprocess
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from cookiecutter.exceptions import CookiecutterException, RepositoryNotFound
from cookiecutter.main import cookiecutter

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.as_it_was import as_it_was
from clever.scaffolding.growing.memory import INSIDE, Memory


def bake(memory: Memory, into: Path) -> Path:
    """A project of that template with those answers, in a new folder in `into`.

    Raises Refused where the template is not there any more, or does not take the answers.
    """
    logging.getLogger("cookiecutter").setLevel(logging.CRITICAL)  # a traceback besides would bury what is said
    into.mkdir(parents=True, exist_ok=True)
    here = Path(memory.template).expanduser().resolve()  # its place, seen from any folder
    try:
        with TemporaryDirectory(prefix="template-") as folder, chdir(into):  # it comes back to none that is gone
            template = str(as_it_was(here, memory, Path(folder))) if here.is_dir() else memory.template
            made = cookiecutter(
                template,
                checkout=None if here.is_dir() else memory.commit or None,
                directory=memory.directory or (None if Path(template, "cookiecutter.json").is_file() else INSIDE),
                no_input=True,
                output_dir=str(into),
                extra_context=memory.answers,
            )
    except (RepositoryNotFound, subprocess.CalledProcessError) as error:  # the latter where git cannot clone
        raise Refused(f"the template {memory.template} cannot be had; name another one with --template") from error
    except (CookiecutterException, ValueError) as error:  # the latter for an answer that is no choice any more
        raise Refused(f"the template {memory.template} does not take this project's answers: {error}") from error
    return Path(made)

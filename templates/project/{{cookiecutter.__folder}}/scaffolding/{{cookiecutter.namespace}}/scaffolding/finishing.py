"""What no template can hold: further migrations, compiled translations, and code in the project's format.

By hand, after a change of models or translations: `python -m {{ cookiecutter.namespace }}.scaffolding.finishing services/attendance`.
"""

import subprocess
import sys
from pathlib import Path

import polib

from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile
from {{ cookiecutter.namespace }}.scaffolding.errors import Refused

FIRST_PARTY = ("{{ cookiecutter.namespace }}", "permittee")
RUFF_COMMAND = (sys.executable, "-m", "ruff")
RUFF = ("--isolated", "--quiet", "--no-cache", "--line-length=120", "--target-version=py312")

# A service's models import Django and nothing of ours, so that this needs no settings of a project.
MIGRATE = """
import sys
import django
from django.conf import settings
from django.core.management import call_command
settings.configure(INSTALLED_APPS=["{{ cookiecutter.namespace }}.service." + sys.argv[1]], DATABASES={})
django.setup()
call_command("makemigrations", sys.argv[1], verbosity=0)
"""


def finish(distribution: Path) -> None:
    """Make a distribution complete. Raises Refused for a folder that is none, and where one of the tools fails."""
    names = [module.parent.name for module in distribution.glob("{{ cookiecutter.namespace }}/service/*/models.py")]
    if not names:
        raise Refused(f"{distribution} is no service: there is no {{ cookiecutter.namespace }}/service/NAME/models.py in it")
    compile_messages(distribution)
    for name in names:
        make_migration(distribution, name)
    tidy(distribution)


def compile_messages(folder: Path) -> None:
    """A compiled file beside each file of translations."""
    for file in folder.rglob("*.po"):
        polib.pofile(str(file)).save_as_mofile(str(file.with_suffix(".mo")))


def make_migration(distribution: Path, name: str) -> None:
    """The service's next migration, made by Django where its models ask for one. Raises Refused."""
    # `{{ cookiecutter.namespace }}` and `{{ cookiecutter.namespace }}.service` are namespaces: this folder's part is found beside what is installed.
    code = f"import sys; sys.path.insert(0, {str(distribution.resolve())!r}){MIGRATE}"
    _run("makemigrations", [sys.executable, "-B", "-c", code, name])


def tidy(folder: Path, first_party: tuple[str, ...] = ()) -> None:
    """Imports in order and lines broken as everywhere else: both depend on how long a name is, and on its letters."""
    config = _first_party(*first_party)
    _run("ruff", [*RUFF_COMMAND, "check", *RUFF, "--select=I", "--fix", "--config", config, str(folder)])
    _run("ruff", [*RUFF_COMMAND, "format", *RUFF, str(folder)])


def sorted_imports(source: str, stage: StageFile) -> str:
    """Python of a stage, its imports in order and its lines broken as everywhere else. Raises Refused."""
    config = _first_party(*(layer.name for layer in stage.layers))
    ordered = _run(
        "ruff", [*RUFF_COMMAND, "check", *RUFF, "--select=I", "--fix", "--config", config, "-"], given=source
    )
    return formatted(ordered)


def formatted(source: str) -> str:
    """Python with its lines broken as everywhere else. Raises Refused."""
    return _run("ruff", [*RUFF_COMMAND, "format", *RUFF, "-"], given=source)


def _first_party(*further: str) -> str:
    ours = ", ".join(f"'{name}'" for name in (*FIRST_PARTY, *further))
    return f"lint.isort.known-first-party = [{ours}]"


def _run(what: str, command: list[str], *, given: str = "") -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"{what} fails on what was made: {telling_line(done.stderr or done.stdout)}")
    return done.stdout


if __name__ == "__main__":
    try:
        for folder in sys.argv[1:]:
            finish(Path(folder))
    except Refused as error:
        sys.exit(f"finishing: {error}")

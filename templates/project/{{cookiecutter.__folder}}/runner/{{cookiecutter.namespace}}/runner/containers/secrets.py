"""What a stage in containers must keep to itself: a file for each project, which that project alone gets to see."""

from collections.abc import Mapping
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.envfile import write_private
from {{ cookiecutter.namespace }}.runner.environment import STAFF, database_variable
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.permits import permits_seed
from {{ cookiecutter.namespace }}.runner.secrets import POSTGRES_PASSWORD, caller_secret, database_password, knows_devices, secret_key
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile

PREPARE = "prepare-"  # how the job that goes before a project is called


def secret_files(stage: StageFile, secrets: Mapping[str, str]) -> dict[str, str]:
    """The text of each file, by its name, as the compose file names them.

    One for each project, and a second for a job that must know more than its project. Those of PostgreSQL are its
    superuser's password, and a line `DATABASE=PASSWORD` for each database.
    """
    files = {
        "postgres-password": secrets[POSTGRES_PASSWORD],
        "database-passwords": _lines({name: secrets[database_password(name)] for name in stage.databases}),
    }
    for name in stage.projects:
        own = _project(stage, name, secrets)
        files[f"{name}.env"] = _lines(own)
        if more := _job(stage, name, secrets):
            files[f"{PREPARE}{name}.env"] = _lines(own | more)
    return files


def _project(stage: StageFile, name: str, secrets: Mapping[str, str]) -> dict[str, str]:
    project = stage.projects[name]
    values = {
        "SECRET_KEY": secrets[secret_key(name)],
        "CALLER_NAME": name,
        "CALLER_SECRET": secrets[caller_secret(name)],
    }
    if knows_devices(stage):
        values["VID_PUBLIC_KEY"] = secrets["VID_PUBLIC_KEY"]
    if "vid" in project.apps:
        values["VID_SIGNING_KEY"] = secrets["VID_SIGNING_KEY"]
    if project.database:
        values["DATABASE_URL"] = _address(project.database, secrets)
    return values | {database_variable(stage, each): _address(each, secrets) for each in project.opens}


def _job(stage: StageFile, name: str, secrets: Mapping[str, str]) -> dict[str, str]:
    """What only the commands before a start need."""
    commands = {command.split()[0] for command in stage.projects[name].prepare}
    values = {each: secrets[each] for each in STAFF} if "ensure_staff" in commands else {}
    return values | ({"PERMITS_SEED": permits_seed(stage, secrets)} if "seed_permits" in commands else {})


def _address(database: str, secrets: Mapping[str, str]) -> str:
    return f"postgresql://{database}:{secrets[database_password(database)]}@postgres:5432/{database}"


def _lines(values: Mapping[str, str]) -> str:
    return "".join(f"{name}={value}\n" for name, value in values.items())


def write_secret_files(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into a folder that only this user can enter.

    Each file itself may be read by anybody: in its container it is another user's. Raises StageError where that is not
    possible.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
        for name, text in files.items():
            file = folder / name
            # A file that a container has mounted stays the same file: one put in its place would not be seen there.
            if not file.exists():
                write_private(file, text)
            elif file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8")
            file.chmod(0o444)
    except OSError as error:
        raise StageError(f"{error.filename}: secrets cannot be written here ({error.strerror})") from error

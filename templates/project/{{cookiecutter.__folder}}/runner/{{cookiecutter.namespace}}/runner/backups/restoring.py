"""Put a stage back as a backup has it."""

import os
import shutil
import tarfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from {{ cookiecutter.namespace }}.runner import addresses
from {{ cookiecutter.namespace }}.runner.backups.content import MEDIA, SECRETS, Content, Kind, must_fit, read_content
from {{ cookiecutter.namespace }}.runner.backups.databases import is_empty, kind_of, put_back
from {{ cookiecutter.namespace }}.runner.database_server import at_hand, stop_orphan
from {{ cookiecutter.namespace }}.runner.envfile import read_env, write_env
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.locking import alone
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.processes import of_stage
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step, silent
from {{ cookiecutter.namespace }}.runner.secrets import of_database_server
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile
from {{ cookiecutter.namespace }}.runner.ways import load_stage_of_processes


def restore(
    name: str,
    file: Path,
    *,
    replace: bool = False,
    progress: Progress = silent,
    root: Path | None = None,
    given: Mapping[str, str] | None = None,
) -> Content:
    """Give the stage called `name` what `file`, a backup of it, holds: databases, uploaded files and secrets.

    It must not be running. Its databases are those that a start would use now, so the caller's environment `given` may
    name one by DATABASE_URL. What is there already stays there, unless `replace` says that it may go.
    Raises StageError; until everything in the backup was read, nothing has changed.
    """
    root = root or find_root()
    stage = load_stage_of_processes(
        name,
        root,
        instead="its rows are put back by pg_restore in its container postgres, its files into the volume uploads",
    )
    folder = StageFolder.of(stage.name, root)
    told = os.environ if given is None else given
    urls = addresses.of_a_start(stage, folder, told)
    try:
        folder.make()
        with alone(folder, progress), TemporaryDirectory(dir=folder.run) as aside:
            content = _unpack(stage, file, Path(aside), {name: kind_of(url) for name, url in urls.items()}, progress)
            stop_orphan(folder)
            if of_stage(folder.path):
                raise StageError(f"{stage.name} is running; stop it first: inv down {stage.name}")
            with at_hand(stage, folder, addresses.of_own_server(stage, folder, urls)):
                urls = addresses.of_a_start(stage, folder, told)  # a server's port is known only now
                if not replace:
                    _must_be_empty(stage, folder, urls)
                for database, url in urls.items():
                    progress(Step(f"restore {database}"))
                    put_back(Path(aside) / content.database(database), url, stage.sources)
            progress(Step("restore the uploaded files"))
            _put_files_back(stage, folder, Path(aside))
            _put_secrets_back(folder, Path(aside))
    except OSError as error:
        raise StageError(f"{error.filename or file}: {error.strerror or error}") from error
    return content


def _unpack(stage: StageFile, file: Path, aside: Path, kinds: dict[str, Kind], tell: Progress) -> Content:
    try:
        with tarfile.open(file) as archive:
            content = read_content(archive, file)
            must_fit(content, stage, kinds, file)
            tell(Step("read the backup"))
            archive.extractall(aside, filter="data")  # nothing in it may reach outside of the folder
    except (tarfile.TarError, EOFError) as error:
        raise StageError(f"{file}: this is no backup of a stage, or no whole one ({error})") from error
    expected = [SECRETS, *(content.database(name) for name in content.databases)]
    for missing in (each for each in expected if not (aside / each).is_file()):
        raise StageError(f"{file}: {missing} is missing in it")
    return content


def _must_be_empty(stage: StageFile, folder: StageFolder, urls: Mapping[str, str]) -> None:
    taken = [f"database {name}" for name, url in urls.items() if not is_empty(url, stage.sources)]
    taken += [f"uploaded files of {name}" for name in stage.projects if _holds_files(folder.media(name))]
    if taken:
        raise StageError(
            f"{stage.name} has data already ({', '.join(taken)}); --replace lets the backup take its place"
        )


def _holds_files(folder: Path) -> bool:
    return any(path.is_file() for path in folder.rglob("*"))


def _put_files_back(stage: StageFile, folder: StageFolder, aside: Path) -> None:
    for project in stage.projects:
        saved, target = aside / MEDIA / project, folder.media(project)
        saved.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            shutil.rmtree(target)
        saved.replace(target)


def _put_secrets_back(folder: StageFolder, aside: Path) -> None:
    """All but the passwords of the stage's own database server: the one here has others than the one that was saved."""
    write_env(folder.secrets, read_env(aside / SECRETS) | of_database_server(read_env(folder.secrets)))

"""Put a stage back as a backup has it."""

import os
import shutil
import tarfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from clever.runner.backups.content import MEDIA, SECRETS, Content, must_be_of, must_fit, read_content
from clever.runner.backups.databases import is_empty, kind_of, put_back
from clever.runner.envfile import read_env, write_env
from clever.runner.errors import StageError
from clever.runner.houses import Keeping
from clever.runner.houses.finding import house_of
from clever.runner.houses.resting import must_rest
from clever.runner.locking import alone
from clever.runner.places import StageFolder, find_root
from clever.runner.progress import Progress, Step, silent
from clever.runner.secrets import of_database_server
from clever.runner.stagefile import StageFile, load_stage
from clever.runner.ways import remember_way


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

    It must not be running. Its databases are those that a start would use now, on processes or on containers, as the
    backup was made; on processes the caller's environment `given` may name one by DATABASE_URL. What is there already
    stays there, unless `replace` says that it may go.
    Raises StageError; until everything in the backup was read, nothing has changed.
    """
    root = root or find_root()
    usual = load_stage(name, root)
    try:
        content = _read(file)
        must_be_of(content, usual, file)
        house = house_of(load_stage(name, root, on=content.on), root, os.environ if given is None else given)
        house.folder.make()
        with alone(house.folder, progress), TemporaryDirectory(dir=house.folder.run) as aside:
            must_fit(content, house.stage, {name: kind_of(url) for name, url in house.urls().items()}, file)
            _unpack(content, file, Path(aside), progress)
            must_rest(house.stage, house.folder)
            with house.as_it_will_be(progress) as keeping:
                if not replace:
                    _must_be_empty(house.stage, keeping)
                for name, database in keeping.databases.items():
                    progress(Step(f"restore {name}"))
                    put_back(Path(aside) / content.database(name), database)
                progress(Step("restore the uploaded files"))
                _put_files_back(keeping, Path(aside))
            _put_secrets_back(house.folder, Path(aside))
            remember_way(house.stage, house.folder)
    except OSError as error:
        raise StageError(f"{error.filename or file}: {error.strerror or error}") from error
    return content


def _read(file: Path) -> Content:
    try:
        with tarfile.open(file) as archive:
            return read_content(archive, file)
    except (tarfile.TarError, EOFError) as error:
        raise _no_backup(file, error) from error


def _unpack(content: Content, file: Path, aside: Path, tell: Progress) -> None:
    tell(Step("read the backup"))
    try:
        with tarfile.open(file) as archive:
            archive.extractall(aside, filter="data")  # nothing in it may reach outside of the folder
    except (tarfile.TarError, EOFError) as error:
        raise _no_backup(file, error) from error
    expected = [SECRETS, *(content.database(name) for name in content.databases)]
    for missing in (each for each in expected if not (aside / each).is_file()):
        raise StageError(f"{file}: {missing} is missing in it")


def _no_backup(file: Path, error: Exception) -> StageError:
    return StageError(f"{file}: this is no backup of a stage, or no whole one ({error})")


def _must_be_empty(stage: StageFile, keeping: Keeping) -> None:
    taken = [f"database {name}" for name, database in keeping.databases.items() if not is_empty(database)]
    taken += [f"uploaded files of {name}" for name, folder in keeping.media.items() if _holds_files(folder)]
    if taken:
        raise StageError(
            f"{stage.name} has data already ({', '.join(taken)}); --replace lets the backup take its place"
        )


def _holds_files(folder: Path) -> bool:
    return any(path.is_file() for path in folder.rglob("*"))


def _put_files_back(keeping: Keeping, aside: Path) -> None:
    for project, target in keeping.media.items():
        saved = aside / MEDIA / project
        saved.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            shutil.rmtree(target)
        saved.replace(target)


def _put_secrets_back(folder: StageFolder, aside: Path) -> None:
    """All but the passwords of the stage's own database server: the one here has others than the one that was saved."""
    write_env(folder.secrets, read_env(aside / SECRETS) | of_database_server(read_env(folder.secrets)))

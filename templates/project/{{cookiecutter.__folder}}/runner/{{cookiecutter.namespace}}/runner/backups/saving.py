"""Take a backup of a stage, whether it runs or not."""

import os
import tarfile
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from {{ cookiecutter.namespace }}.runner import addresses
from {{ cookiecutter.namespace }}.runner.backups.content import CONTENT, MEDIA, SECRETS, Content
from {{ cookiecutter.namespace }}.runner.backups.databases import kind_of, save
from {{ cookiecutter.namespace }}.runner.database_server import at_hand
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.locking import alone
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step, silent
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile
from {{ cookiecutter.namespace }}.runner.ways import load_stage_of_processes


def backup(name: str, file: Path, *, progress: Progress = silent, root: Path | None = None) -> Content:
    """Write all that the stage called `name` keeps on this machine into `file`, which must not be there yet.

    Its databases as they are at this moment, then its uploaded files (a file too many does no harm, a row without its
    file does), and its secrets: keep the file as you keep those. A stage that runs goes on running.
    Raises StageError where the stage was never started here, and where something cannot be read or written; then there
    is no file.
    """
    root = root or find_root()
    stage = load_stage_of_processes(
        name,
        root,
        instead="its rows are saved by pg_dump in its container postgres, its files are in the volume uploads",
    )
    folder = StageFolder.of(stage.name, root)
    if not folder.secrets.exists():
        raise StageError(f"{stage.name} was never started here, so there is nothing to save; see: inv up {stage.name}")
    if file.exists():
        raise StageError(f"{file}: is there already; name another file, or remove that one")
    part = file.with_name(f"{file.name}.part")
    try:
        with alone(folder, progress), _databases_at_hand(stage, folder), TemporaryDirectory(dir=folder.run) as aside:
            try:
                content = _write(stage, folder, part, Path(aside), progress)
                part.replace(file)
            finally:
                part.unlink(missing_ok=True)
    except OSError as error:
        raise StageError(f"{error.filename or file}: {error.strerror or error}") from error
    return content


def _databases_at_hand(stage: StageFile, folder: StageFolder) -> AbstractContextManager[None]:
    urls = addresses.of_the_last_start(stage, folder)
    return at_hand(stage, folder, addresses.of_own_server(stage, folder, urls))


def _write(stage: StageFile, folder: StageFolder, part: Path, aside: Path, tell: Progress) -> Content:
    saved = {}
    urls = addresses.of_the_last_start(stage, folder)
    for name in stage.databases:
        if name not in urls:
            raise StageError(f"{stage.name}: where {name} is, a start has to say; see: inv up")
    for name, url in urls.items():
        tell(Step(f"save {name}"))
        saved[name] = aside / name
        save(url, saved[name], stage.sources)
    media = {project: _files(folder.media(project)) for project in stage.projects}
    content = Content(
        stage=stage.name,
        made_at=datetime.now(UTC),
        databases={name: kind_of(url) for name, url in urls.items()},
        files=sum(map(len, media.values())),
    )
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # it holds secrets from its first byte
    with open(descriptor, "wb") as stream, tarfile.open(fileobj=stream, mode="w:gz") as archive:
        _add_text(archive, CONTENT, content.model_dump_json(indent=2))
        archive.add(folder.secrets, SECRETS)
        for name, file in saved.items():
            archive.add(file, content.database(name))
        tell(Step("save the uploaded files"))
        for project, files in media.items():
            for each in files:
                archive.add(each, f"{MEDIA}/{project}/{each.relative_to(folder.media(project)).as_posix()}")
    return content


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    described = tarfile.TarInfo(name)
    described.size = len(text.encode())
    described.mode = 0o600
    archive.addfile(described, BytesIO(text.encode()))

"""Take a backup of a stage, whether it runs or not."""

import os
import tarfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from clever.runner.backups.content import CONTENT, MEDIA, SECRETS, Content
from clever.runner.backups.databases import kind_of, save
from clever.runner.errors import StageError
from clever.runner.houses import House, Keeping, find_house
from clever.runner.locking import alone
from clever.runner.places import find_root
from clever.runner.progress import Progress, Step, silent


def backup(name: str, file: Path, *, progress: Progress = silent, root: Path | None = None) -> Content:
    """Write all that the stage called `name` keeps on this machine into `file`, which must not be there yet.

    One that knows processes and containers is saved as it runs, or ran last.

    Its databases as they are at this moment, then its uploaded files (a file too many does no harm, a row without its
    file does), and its secrets: keep the file as you keep those. A stage that runs goes on running.
    Raises StageError where the stage was never started here, and where something cannot be read or written; then there
    is no file.
    """
    root = root or find_root()
    house = find_house(name, root, {})
    if not house.folder.secrets.exists():
        raise StageError(f"{name} was never started here, so there is nothing to save; see: inv up {name}")
    if file.exists():
        raise StageError(f"{file}: is there already; name another file, or remove that one")
    part = file.with_name(f"{file.name}.part")
    try:
        with alone(house.folder, progress):
            house.must_have_started()
            with house.as_it_was(progress) as keeping, TemporaryDirectory(dir=house.folder.run) as aside:
                try:
                    content = _write(house, keeping, part, Path(aside), progress)
                    part.replace(file)
                finally:
                    part.unlink(missing_ok=True)
    except OSError as error:
        raise StageError(f"{error.filename or file}: {error.strerror or error}") from error
    return content


def _write(house: House, keeping: Keeping, part: Path, aside: Path, tell: Progress) -> Content:
    for name, database in keeping.databases.items():
        tell(Step(f"save {name}"))
        save(database, aside / name)
    media = {project: _files(folder) for project, folder in keeping.media.items()}
    content = Content(
        stage=house.stage.name,
        on=house.stage.on,
        made_at=datetime.now(UTC),
        databases={name: kind_of(url) for name, url in keeping.urls.items()},
        files=sum(map(len, media.values())),
    )
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # it holds secrets from its first byte
    with open(descriptor, "wb") as stream, tarfile.open(fileobj=stream, mode="w:gz") as archive:
        _add_text(archive, CONTENT, content.model_dump_json(indent=2))
        archive.add(house.folder.secrets, SECRETS)
        for name in keeping.databases:
            archive.add(aside / name, content.database(name))
        tell(Step("save the uploaded files"))
        for project, files in media.items():
            for each in files:
                place = each.relative_to(keeping.media[project]).as_posix()
                archive.add(each, f"{MEDIA}/{project}/{place}")
    return content


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    described = tarfile.TarInfo(name)
    described.size = len(text.encode())
    described.mode = 0o600
    archive.addfile(described, BytesIO(text.encode()))

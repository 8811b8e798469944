"""The volumes in which a stage in containers keeps uploaded files: out into a folder, and back from it.

Both by tar in a container that does nothing else, so that no path of the engine's own has to be known.
"""

import re
import subprocess
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose
from {{ cookiecutter.namespace }}.runner.containers.engine import ADVICE, ONE_OFF, PROJECT
from {{ cookiecutter.namespace }}.runner.containers.keeping.server import image
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import telling_line

CONTAINERFILE = "Containerfile"
USER = re.compile(r"^USER (\d+):(\d+)$", re.MULTILINE)  # who writes and reads the files, by the images' own word
INSIDE = "/volume"
CHANGED = 1  # what tar ends with where a file has changed meanwhile; who runs goes on running

# All that comes is there before anything goes.
REPLACE = """\
set -eu
rm -rf .part
mkdir .part
tar -xf - -C .part
find . -mindepth 1 -maxdepth 1 ! -name .part -exec rm -rf {} +
find .part -mindepth 1 -maxdepth 1 -exec mv {} . ';'
rmdir .part
chown "$0" .
chmod 700 .
"""

type Tree = Mapping[str, Any]


def volumes_of(tree: Tree, projects: Sequence[str]) -> dict[str, str]:
    """The volume, by its name in the compose file, of each project that has one."""
    named = tree.get("volumes", {})
    found = {}
    for project in projects:
        uses = tree["services"].get(project, {}).get("volumes", ())
        for use in uses:
            source = use["source"] if isinstance(use, Mapping) else use.partition(":")[0]
            if source in named:
                found[project] = source
    return found


def take_out(compose: Compose, volume: str, folder: Path) -> None:
    """Copy all files of a volume into an empty folder. Raises StageError."""
    command = _command(compose, volume, ":ro", "tar", ["--exclude=./.part", "-cf", "-", "."])
    with _read(command, fine=(0, CHANGED)) as archive:
        archive.extractall(folder, filter="data")


def put_in(compose: Compose, volume: str, folder: Path) -> None:
    """Let the files of a folder take the place of all that the volume holds, and read them again. Raises StageError."""
    user, group = _owner(compose)

    def theirs(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid, member.gid, member.uname, member.gname = user, group, "", ""
        return member

    command = _command(compose, volume, "", "sh", ["-c", REPLACE, f"{user}:{group}"])
    with _write(command) as archive:
        for each in sorted(folder.iterdir()):
            archive.add(each, each.name, filter=theirs)
    if _checksums(compose, volume) != checksums(folder):
        raise StageError(f"{volume}: its files are not those that were put in; make it again")


def checksums(folder: Path) -> dict[str, bytes]:
    """What each file of a folder says, in short."""
    found = {}
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as stream:
                found[file.relative_to(folder).as_posix()] = file_digest(stream, "sha256").digest()
    return found


def _checksums(compose: Compose, volume: str) -> dict[str, bytes]:
    found = {}
    command = _command(compose, volume, ":ro", "tar", ["-cf", "-", "."])
    with _read(command) as archive:
        for member in archive:
            if stream := archive.extractfile(member):
                found[member.name.removeprefix("./")] = sha256(stream.read()).digest()
    return found


def _command(compose: Compose, volume: str, mode: str, program: str, arguments: Sequence[str]) -> list[str]:
    table = (compose.tree["volumes"][volume] or {}) if volume in compose.tree["volumes"] else {}
    name = table.get("name", f"{compose.name}_{volume}")
    labels = [f"--label={PROJECT}={compose.name}", f"--label={ONE_OFF}=True"]  # whoever stops the stage ends it
    command = [str(compose.engine.program), "run", "--rm", "--interactive", "--network=none", "--user=0:0", *labels]
    return [
        *command,
        f"--volume={name}:{INSIDE}{mode}",
        f"--workdir={INSIDE}",
        f"--entrypoint={program}",
        image(compose),
        *arguments,
    ]


@contextmanager
def _read(command: Sequence[str], fine: Sequence[int] = (0,)) -> Iterator[tarfile.TarFile]:
    """What a command says, as an archive. Raises StageError where it ends otherwise than fine."""
    with TemporaryFile() as said, subprocess.Popen([*command], stdout=subprocess.PIPE, stderr=said) as process:
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
                yield archive
        except tarfile.TarError as error:  # an empty answer, or half of one
            process.kill()
            process.wait()
            raise _failed(said, error) from error
        if process.wait() not in fine:
            raise _failed(said)


@contextmanager
def _write(command: Sequence[str]) -> Iterator[tarfile.TarFile]:
    """An archive that a command is told. Raises StageError where it does not end well."""
    with TemporaryFile() as said, subprocess.Popen([*command], stdin=subprocess.PIPE, stderr=said) as process:
        try:
            with tarfile.open(fileobj=process.stdin, mode="w|") as archive:
                yield archive
            if process.stdin:
                process.stdin.close()
        except BrokenPipeError as error:
            process.wait()
            raise _failed(said, error) from error
        if process.wait():
            raise _failed(said)


def _failed(said: IO[bytes], error: Exception | None = None) -> StageError:
    said.seek(0)
    text = ADVICE.sub("", said.read().decode(errors="replace")).strip()
    return StageError(f"the volume of uploaded files: {telling_line(text) if text else error or 'tar failed'}")


def _owner(compose: Compose) -> tuple[int, int]:
    file = compose.stage.file(CONTAINERFILE)
    found = USER.search(file.read_text(encoding="utf-8"))
    if not found:
        raise StageError(f"{file}: no line USER 10001:10001 says who owns uploaded files")
    return int(found[1]), int(found[2])

"""A Debian as small as the official slim image, by debootstrap."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.air_gapped import certificates
from {{ cookiecutter.namespace }}.runner.containers.engine import Engine
from {{ cookiecutter.namespace }}.runner.containers.images.building import PROXIES, run_told
from {{ cookiecutter.namespace }}.runner.containers.images.found import SOURCES
from {{ cookiecutter.namespace }}.runner.engines import programs
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step

TAG = "debian:trixie-slim"
SUITE = "trixie"
AUTHORITIES = "usr/local/share/ca-certificates"

# What belongs to this machine, or can be fetched again.
LEFT_OUT = (
    *("dev", "proc", "sys", "run", "tmp", "var/tmp", "var/log", "var/lib/apt/lists", "var/cache/apt"),
    *("usr/share/doc", "usr/share/man", "usr/share/info", "usr/share/locale"),
)
FILES_LEFT_OUT = ("etc/hostname", "etc/resolv.conf", "etc/machine-id", "var/cache/ldconfig/aux-cache")


def must_be_possible() -> Path:
    """The path of debootstrap. Raises StageError where it is absent, or where whoever asks may not use it."""
    program = programs.find("debootstrap")
    if program is None:
        raise StageError(
            "debootstrap is not installed, and base images are made by it; `inv doctor` says how to get it"
        )
    if os.geteuid() != 0:
        raise StageError("debootstrap makes base images as root only; run it again with sudo")
    return program


def make(engine: Engine, additions: Path, *, sources: str, progress: Progress) -> None:
    """Make debian:trixie-slim, with the files of the folder `additions` and this machine's authorities in it.

    Takes about a minute. Raises StageError where it is not possible, or fails.
    """
    program = must_be_possible()
    with tempfile.TemporaryDirectory(prefix="debian-") as made:
        folder = Path(made) / "root"
        run_told(
            [str(program), "--variant=minbase", "--include=ca-certificates", SUITE, str(folder)],
            _step,
            progress,
            failing=f"{TAG} cannot be made",
            environment=_environment(),
        )
        shutil.copytree(additions, folder, dirs_exist_ok=True)
        _trust(folder)
        _with_updates(folder, progress)
        progress(Step("imported", TAG))
        _import(engine, folder, sources)


def _step(line: str) -> Step | None:
    """What debootstrap is busy with: `I: Unpacking libc6...`."""
    kind, _, rest = line.partition(": ")
    return Step(rest.split()[0].lower(), TAG) if kind == "I" and rest.strip() else None


def _environment() -> dict[str, str]:
    proxies = {name: os.environ[name] for name in PROXIES if os.environ.get(name)}
    return {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "LC_ALL": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        **proxies,
    }


def _trust(folder: Path) -> None:
    bundle = certificates.of_this_machine()
    for name, pem in certificates.added(bundle, folder / "etc/ssl/certs/ca-certificates.crt").items():
        (folder / AUTHORITIES / name).write_text(pem, encoding="ascii")
    _inside(folder, "update-ca-certificates")


def _with_updates(folder: Path, progress: Progress) -> None:
    """Debian's updates: what debootstrap installs is the release as it came out."""
    file = folder / "etc/apt/sources.list"
    [kind, mirror, *_] = file.read_text(encoding="utf-8").split()
    security = f"{mirror.removesuffix('/').removesuffix('/debian')}/debian-security"
    lines = [(mirror, SUITE), (mirror, f"{SUITE}-updates"), (security, f"{SUITE}-security")]
    file.write_text("".join(f"{kind} {place} {suite} main\n" for place, suite in lines), encoding="utf-8")
    progress(Step("updated", TAG))
    _inside(folder, "apt-get", "update")
    _inside(folder, "apt-get", "upgrade", "--yes", "--no-install-recommends")


def _inside(folder: Path, *command: str) -> None:
    run_told(
        ["chroot", str(folder), *command],
        lambda line: None,
        lambda step: None,
        failing=f"{TAG} cannot be made",
        environment=_environment(),
    )


def _import(engine: Engine, folder: Path, sources: str) -> None:
    """Hand the folder to the engine as an image of one layer."""
    without = [*(f"./{name}/*" for name in LEFT_OUT), *(f"./{name}" for name in FILES_LEFT_OUT)]
    tar = ["tar", "--create", "--one-file-system", "--numeric-owner", "--directory", str(folder), "--sort=name"]
    tar += [f"--exclude={pattern}" for pattern in without]
    changes = ["--change", 'CMD ["bash"]', "--change", f"LABEL {SOURCES}={sources}"]
    with subprocess.Popen([*tar, "."], stdout=subprocess.PIPE) as packed:
        into = subprocess.run(
            [str(engine.program), "import", *changes, "-", TAG],
            stdin=packed.stdout,
            capture_output=True,
            text=True,
            check=False,
        )
    if packed.returncode or into.returncode:
        raise StageError(f"{TAG} cannot be imported: {into.stderr.strip() or 'tar failed'}")

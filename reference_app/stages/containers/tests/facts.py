"""Run inside an image: what it consists of, as JSON."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from importlib.util import cache_from_source, source_hash
from pathlib import Path

PROGRAMS = ["gcc", "cc", "g++", "clang", "ld", "make", "npm", "npx", "node", "esbuild", "pip", "pip3", "uv", "git"]
LEFTOVERS = {
    "pip",
    "ensurepip",
    "uv_build",
    "uv_cache.json",
    "node_modules",
    ".npm",
    ".cache",
    ".git",
    "tests",
    "source",
}
PATH = "/opt/venv/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
ADDED = ("/app", "/opt", "/usr/local", "/home", "/source")  # where others than Debian put files
BY_CONTENT = (1).to_bytes(4, "little")  # bytecode that goes by its source's hash, and asks no more for it
OURS = ("/app/lib", "/opt/venv/lib")


def every_path() -> Iterator[str]:
    """All that is in the image; what the engine adds to a container is not."""
    for folder, folders, files in os.walk("/"):
        if folder == "/":
            folders[:] = [name for name in folders if name not in ("proc", "sys", "dev")]
        yield from (os.path.join(folder, name) for name in [*folders, *files])


def without_bytecode(paths: list[str]) -> list[str]:
    """Modules that Python would have to compile at each start: no bytecode, or one of another source."""
    return [path for path in paths if path.endswith(".py") and path.startswith(OURS) and not _is_compiled(path)]


def _is_compiled(path: str) -> bool:
    compiled = Path(cache_from_source(path))
    if not compiled.exists():
        return False
    flags, of_source = compiled.read_bytes()[4:8], compiled.read_bytes()[8:16]
    return flags == BY_CONTENT and of_source == source_hash(Path(path).read_bytes())


def main() -> None:
    paths = list(every_path())
    debian = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "debian ${Package} ${Version}\n"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    json.dump(
        {
            "user": [os.getuid(), os.getgid()],
            "programs": [name for name in PROGRAMS if shutil.which(name, path=PATH)],
            "leftovers": [path for path in paths if path.startswith(ADDED) and os.path.basename(path) in LEFTOVERS],
            "maps": [path for path in paths if path.endswith(".map")],
            "uncompiled": without_bytecode(paths),
            "listed": Path("/app/packages.txt").read_text().splitlines(),
            "debian": debian.stdout.splitlines(),
            "python": [f"python {each.name.lower()} {each.version}" for each in distributions()],
            "owned": [path for path in paths if path.startswith(ADDED) and os.lstat(path).st_uid == os.getuid()],
            "media": os.stat("/var/lib/clever/media").st_uid,
            "static": json.loads(Path("/app/static/staticfiles.json").read_text())["paths"],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()

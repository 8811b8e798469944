"""Where the parts of the reference app are, by the short names that lessons use."""

from difflib import get_close_matches
from pathlib import Path

from lab.errors import LabError
from lab.where import REFERENCE_APP, STAGES

SKIPPED = {"__pycache__", "migrations", "tests", "node_modules", "static", "media"}


class NotThere(LabError, LookupError):
    """A lesson shows something that is not in the sources, or not any more."""


def parts(app: Path = REFERENCE_APP) -> dict[str, Path]:
    """The folder of every part: services by name, stages by name, the libraries, and the lab itself."""
    found = {folder.name: folder for folder in sorted(app.glob("services/*/clever/service/*")) if folder.is_dir()}
    for library in ("kit", "contracts", "runner", "acceptance"):
        found[library] = app / library / "clever" / library
    found |= {folder.name: folder for folder in sorted(app.glob(f"{STAGES.name}/*")) if folder.is_dir()}
    found["lab"] = app.parent / "lab"
    return {name: folder for name, folder in found.items() if folder.is_dir() and not name.startswith(("_", "."))}


def part(name: str, app: Path = REFERENCE_APP) -> Path:
    """The folder of one part. Raises NotThere with the nearest names."""
    known = parts(app)
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.4) or list(known)
    raise NotThere(f"the reference app has no part {name!r}: did you mean {' or '.join(near)}?")


def files(folder: Path) -> list[Path]:
    """All files of a part that one can read, the migrations and tests left out."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not SKIPPED & set(path.relative_to(folder).parts) and path.suffix not in {".pyc", ".mo"}
    ]

"""From the words of a lesson, `show("coupon", "redeem")`, to lines of a file."""

from difflib import get_close_matches
from pathlib import Path

from lab.sources.definitions import Definition, definitions
from lab.sources.places import NotThere, files, part
from lab.where import REFERENCE_APP, relative

FIRST = ["actions", "queries", "models", "api", "views", "forms", "local", "admin", "settings", "urls"]
"""Where a name is looked for first: `redeem` is the action before it is the operation that calls it."""


def find(target: str, name: str | None, app: Path = REFERENCE_APP) -> tuple[Definition, list[Definition]]:
    """The definition or whole file meant, and others of the same name.

    `target` is a part such as "coupon", or one of its modules such as "coupon.actions". `name` is a function, class,
    `Class.method`, constant, module or file of it. Raises NotThere, naming what comes near.
    """
    place, _, module = target.partition(".")
    folder = part(place, app)
    candidates = sorted(files(folder), key=lambda path: (_rank(path), path.relative_to(folder).parts))
    if module:
        candidates = [path for path in candidates if _is_module(path, module.replace(".", "/"), folder)]
        if not candidates:
            raise _missing(target, module, [path.stem for path in files(folder) if path.suffix == ".py"])
        if name is None:
            return whole(candidates[0]), []
    if name is None:
        raise NotThere(f'show what of {target}? For instance lab.show("{target}", "{_first_name(candidates)}")')
    modules = [path for path in candidates if path.suffix == ".py"]
    # To parse hundreds of files takes seconds; most of them do not so much as mention the name.
    mentioning = [path for path in modules if name.rpartition(".")[2] in path.read_text(encoding="utf-8")]
    found = [one for path in mentioning for one in definitions(path) if one.name == name]
    found += [whole(path) for path in candidates if _is_module(path, name, folder)]
    if not found:
        named = [one.name for path in modules for one in definitions(path)]
        raise _missing(target, name, named + [path.name for path in candidates])
    return found[0], found[1:]


def whole(path: Path) -> Definition:
    """A file as one definition."""
    return Definition(path.name, path, 1, len(path.read_text(encoding="utf-8").splitlines()))


def _is_module(path: Path, name: str, folder: Path) -> bool:
    """Whether `name` means this file: "settings", "settings.py", or a path that ends alike."""
    full = path.relative_to(folder).as_posix()
    return any(f"/{one}".endswith(f"/{name}") for one in (full, full.removesuffix(".py")))


def _rank(path: Path) -> int:
    return FIRST.index(path.stem) if path.stem in FIRST else len(FIRST)


def _first_name(candidates: list[Path]) -> str:
    return next((one.name for path in candidates if path.suffix == ".py" for one in definitions(path)), "...")


def _missing(target: str, name: str, known: list[str]) -> NotThere:
    near = list(dict.fromkeys(get_close_matches(name, known, n=4, cutoff=0.5)))
    advice = f"did you mean {' or '.join(near)}?" if near else f"look in {relative(part(target.split('.')[0]))}"
    return NotThere(f"{target} has no {name!r}: {advice}")

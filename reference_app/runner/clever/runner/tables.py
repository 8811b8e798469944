"""The tables of a stage.toml as they count: with what the stage has from another one, and by the way that it runs."""

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from clever.runner.errors import StageError
from clever.runner.places import stages_folder

PROCESSES, CONTAINERS = "processes", "containers"
NGINX = "nginx"  # its name among the ports
SHARED = ("seams", "permits", "database_server")  # what a stage has from another one, beside its projects

type Tables = dict[str, Any]


def known_stages(root: Path) -> list[str]:
    """The stages beneath `root`, by name."""
    return sorted(file.parent.name for file in stages_folder(root).glob("*/stage.toml"))


def tables_of(name: str, root: Path, *, on: str = "") -> Tables:
    """What the stage called `name` is made of, `folder`, `layers` and `ways` besides; see clever.runner.stagefile.

    Raises StageError for an unknown stage, for one that does not run `on` that, and for tables that fit no other's.
    """
    folder = stages_folder(root) / _known(name, root)
    file = folder / "stage.toml"
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        in_containers = _in_containers(tables, root)
        ways = _ways(tables, in_containers)
        if on and on not in ways:
            raise _other_way(name, on, ways, root)
        tables |= {"folder": folder, "layers": (folder,)}
        if arranged := tables.get("arranges"):
            tables = _arrangement(tables, tables_of(arranged, root))
        if extended := tables.get("extends"):
            tables = _extension(tables, tables_of(extended, root, on=PROCESSES))
        if in_containers and on == CONTAINERS:
            tables = _on_containers(tables, in_containers, tables_of(in_containers["extends"], root))
        return tables | {"ways": ways}
    except KeyError as error:
        raise StageError(f"{file}: {error.args[0]} is missing") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise StageError(f"{file}: {error}") from error


def merged(below: Tables, above: Tables) -> Tables:
    """Both as one: tables merge, lists are added to, and of two single values the one `above` counts."""
    found = dict(below)
    for key, value in above.items():
        one = found.get(key)
        if isinstance(one, dict) and isinstance(value, dict):
            found[key] = merged(one, value)
        elif isinstance(one, list | tuple) and isinstance(value, list | tuple):
            found[key] = [*one, *(each for each in value if each not in one)]
        else:
            found[key] = value
    return found


def all_known(where: str, names: Iterable[str], what: str, known: Iterable[str]) -> None:
    """Raise ValueError for the first of `names` that is not among the `known`."""
    for name in names:
        if name not in known:
            raise ValueError(f"{where} names {name!r}, which is no {what} of this stage")


def _known(name: str, root: Path) -> str:
    known = known_stages(root)
    if name in known:
        return name
    near = get_close_matches(name, known, n=1)
    meant = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known) or 'none'}"
    raise StageError(f"unknown stage {name!r}; {meant}")


def _in_containers(tables: Tables, root: Path) -> Tables:
    """The table of what is other in containers, taken out of `tables`; empty where the stage beneath is not here."""
    table: Tables = tables.pop("containers", {})
    return table if table and table["extends"] in known_stages(root) else {}


def _ways(tables: Tables, in_containers: Tables) -> tuple[str, ...]:
    if "compose" in tables:
        return (CONTAINERS,)
    return (PROCESSES, CONTAINERS) if in_containers else (PROCESSES,)


def _other_way(name: str, on: str, ways: tuple[str, ...], root: Path) -> StageError:
    if on not in (PROCESSES, CONTAINERS):
        return StageError(f"a stage runs on {PROCESSES} or on {CONTAINERS}, not on {on!r}")
    those = [each for each in known_stages(root) if on in _ways_of(each, root)]
    return StageError(f"{name} runs on {ways[0]} alone; on {on} there are: {', '.join(those) or 'none'}")


def _ways_of(name: str, root: Path) -> tuple[str, ...]:
    """What a stage can run on, without a look at what it is made of: another one's mistakes are not this one's."""
    try:
        tables = tomllib.loads((stages_folder(root) / name / "stage.toml").read_text(encoding="utf-8"))
        return _ways(tables, _in_containers(tables, root))
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def _arrangement(tables: Tables, other: Tables) -> Tables:
    """The tables of a stage that arranges the projects of another one: on ports of its own, else unchanged."""
    projects = _on_ports(other["projects"], tables.pop("ports", {}), other["name"])
    return {"projects": projects, **_shared(other)} | tables | {"layers": (*other["layers"], *tables["layers"])}


def _extension(tables: Tables, other: Tables) -> Tables:
    """The tables of a stage that adds to another one: on ports of its own, and else as `merged` has it."""
    projects = _on_ports(other["projects"], tables.pop("ports", {}), other["name"])
    return merged({"projects": projects, **_shared(other), "layers": other["layers"]}, tables)


def _shared(other: Tables) -> Tables:
    return {key: other[key] for key in SHARED if key in other}


def _on_containers(tables: Tables, here: Tables, beneath: Tables) -> Tables:
    """The same stage by a compose file, on what a stage in containers has already."""
    all_known("containers", here, "key", ("extends", "folder", "ports"))
    ports = dict(here.get("ports", {}))
    nginx = {"port": ports.pop(NGINX)} if NGINX in ports else tables.get("nginx")
    projects = _on_ports(tables["projects"], ports, tables["name"])
    *below, uppermost = tables["layers"]
    layers = tuple(dict.fromkeys([*below, *beneath["layers"], uppermost, uppermost / here.get("folder", ".")]))
    return tables | {"projects": projects, NGINX: nginx, "compose": beneath["compose"], "layers": layers}


def _on_ports(projects: Tables, ports: Tables, of: str) -> Tables:
    """The projects, each on another port. Raises ValueError for a port of no project, and for a project without."""
    all_known("ports", ports, "project", projects)
    if without := [name for name in projects if name not in ports]:
        raise ValueError(f"ports leaves out {', '.join(without)}; each project of {of} needs one here")
    return {name: project | {"port": ports[name]} for name, project in projects.items()}

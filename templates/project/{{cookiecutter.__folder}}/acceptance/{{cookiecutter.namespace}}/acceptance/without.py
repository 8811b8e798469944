"""`--without`: which projects are ended in turn, and which tests are tried without each."""

from collections.abc import Collection, Mapping
from zlib import crc32

import pytest

from {{ cookiecutter.namespace }}.acceptance.needing import can_do_without, refuse_unknown
from {{ cookiecutter.namespace }}.runner import StageError, StageFile, load_stage

EACH = "each"
NOBODY = ""  # stands for a test that can do without none of them; it is left out


def table_of(config: pytest.Config) -> StageFile:
    """The stage that is named. Raises pytest.UsageError for an unknown one."""
    try:
        return load_stage(config.getoption("--stage"))
    except StageError as error:
        raise pytest.UsageError(str(error)) from error


def away(config: pytest.Config) -> list[str]:
    """The projects to do without, one after the other; none where that is not asked for.

    Raises pytest.UsageError for one that the stage does not have, and where the stage is not ours to break.
    """
    wanted: str = config.getoption("--without")
    if not wanted:
        return []
    if not config.getoption("--stage") or config.getoption("--stage-map"):
        raise pytest.UsageError("--without ends a part of the stage, so it has to start it as well: --stage NAME")
    if config.getoption("--nginx"):
        raise pytest.UsageError("--without and --nginx exclude each other: nginx answers for whoever is away")
    stage = table_of(config)
    if wanted != EACH and wanted not in stage.projects:
        known = ", ".join(stage.projects)
        raise pytest.UsageError(f"--without {wanted}: {stage.name} has no such project; it has {known}, or say {EACH}")
    return list(stage.projects) if wanted == EACH else [wanted]


def do_without(metafunc: pytest.Metafunc, needed: Mapping[str | None, Collection[str]], gone: list[str]) -> None:
    """One test for each project that it can do without. `needed`: by the service that it is tried on, if on any.

    Where there is no time for all of them (without --full), each test is tried without one of them; which, its name
    decides, so that they are spread.
    """
    stage, name = table_of(metafunc.config), metafunc.definition.nodeid
    refuse_unknown(stage, {each for its in needed.values() for each in its}, name)
    rows: list[tuple[str | None, str]] = []
    for service, its in needed.items():
        able = [dead for dead in gone if can_do_without(stage, its, dead)]
        if its and not metafunc.config.getoption("--full"):
            able = one_of(able, f"{name} {service}")
        rows += [(service, dead) for dead in able]
    rows = rows or [(next(iter(needed)), NOBODY)]
    ids = ["-".join(filter(None, [service, f"without {dead}"])) for service, dead in rows]
    if None in needed:
        metafunc.parametrize("absent", [dead for _, dead in rows], ids=ids, indirect=True, scope="session")
    else:
        metafunc.parametrize(("service_name", "absent"), rows, ids=ids, indirect=["absent"], scope="session")


def one_of(names: list[str], key: str) -> list[str]:
    """One of the names, for the same key always the same; none of none."""
    return [names[crc32(key.encode()) % len(names)]] if names else []


def in_turn(items: list[pytest.Item], gone: list[str]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The tests by who is away, so that each is ended once; and those that are left out."""
    chosen: list[pytest.Item] = []
    for dead in gone:
        chosen += [item for item in items if _missing(item) == dead]
    return chosen, [item for item in items if _missing(item) not in gone]


def _missing(item: pytest.Item) -> str:
    return str(item.callspec.params.get("absent", NOBODY)) if isinstance(item, pytest.Function) else NOBODY

"""Move from one stage into another, both of which are at rest."""

import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from clever.runner.envfile import read_env, write_env
from clever.runner.errors import StageError
from clever.runner.houses import House, Keeping, find_house
from clever.runner.houses.resting import must_rest
from clever.runner.locking import alone
from clever.runner.moves.belongings import shared_with_others
from clever.runner.moves.copying import copy_rows
from clever.runner.moves.outcome import Outcome
from clever.runner.moves.sides import apps_of, front_knows, side
from clever.runner.places import find_root
from clever.runner.prepare import prepare
from clever.runner.progress import Progress, Step, silent
from clever.runner.secrets import ensure_secrets
from clever.runner.ways import remember_way


def move(
    source: str,
    target: str,
    *,
    on: str = "",
    progress: Progress = silent,
    root: Path | None = None,
    given: Mapping[str, str] | None = None,
) -> Outcome:
    """Copy what the stage `source` keeps into the stage `target`: rows with their ids, uploaded files, secrets.

    Neither may run. The source is read where its last start had its databases, unless the caller's environment `given`
    names them; the target is made where a start would have it now: `on` processes or containers, where it knows both;
    left out, on what it ran on last. The source stays as it is, so nothing is lost
    whatever happens, and a move that was cut off can be made again: each database of the target has all or nothing.
    Raises StageError for a target that somebody has lived in, and for whatever else stands in the way.
    """
    root = root or find_root()
    if source == target:
        raise StageError(f"{source} is where it is; name another stage to move to")
    told = os.environ if given is None else given
    old, new = find_house(source, root, told), find_house(target, root, told, on=on)
    if not old.folder.secrets.exists():
        raise StageError(f"{source} was never started here, so there is nothing to move; see: inv up {source}")
    try:
        new.folder.make()
        with ExitStack() as stack:
            for house in sorted((old, new), key=lambda each: each.stage.name):  # two who swap must not wait for ever
                stack.enter_context(alone(house.folder, progress))
            return _move(old, new, progress)
    except OSError as error:
        raise StageError(f"{error.filename or new.folder.path}: {error.strerror or error}") from error


def _move(old: House, new: House, tell: Progress) -> Outcome:
    for house in (old, new):
        must_rest(house.stage, house.folder)
    with old.as_it_was(tell) as here, new.as_it_will_be(tell) as there:
        outcome = _copy(old, here, new, there, tell)
    remember_way(new.stage, new.folder)
    return outcome


def _copy(old: House, here: Keeping, new: House, there: Keeping, tell: Progress) -> Outcome:
    plan = {"source": side(old.stage, here), "target": side(new.stage, there)}
    _no_two_in_one(here.urls, there.urls)
    guide = _who_knows_all(old, new)
    _make_tables(new, there, tell)
    environments = guide.environments(here if guide is old else there, mark=new.folder)

    def run(*words: str) -> str:
        # It carries the target's mark: whoever starts it meanwhile is told that it runs, and can stop what is left.
        project = guide.stage.projects[guide.stage.front]
        command = [sys.executable, "manage.py", "copy_rows", *words]
        return copy_rows(command, guide.stage.sources / project.folder, environments[guide.stage.front], plan, tell)

    tell(Step(f"look whether {new.stage.name} is free"))
    run("--check")
    # Before the rows: tokens and passwords must not be worth nothing because a move was cut off in between.
    changed = _bring_secrets(old, new)
    tell(Step("copy"))
    outcome = Outcome.model_validate_json(run())
    stays = tuple(app for app in apps_of(old.stage) if app not in apps_of(new.stage))
    return outcome.model_copy(update={"secrets": changed, "stays": stays})


def _no_two_in_one(old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Raise StageError where two databases are to be at one address: rows would be copied onto themselves."""
    urls = [*old.values(), *new.values()]
    for name, url in new.items():
        if urls.count(url) > 1:
            raise StageError(f"{name} would share its database with another one; give it an address of its own")


def _who_knows_all(old: House, new: House) -> House:
    """Whose front's process knows all models that move. One that has them goes before one that opens databases.

    And the smaller one goes first: what only the larger one has would not be found on the other side.
    """
    moving = apps_of(old.stage).keys() & apps_of(new.stage).keys()
    for opened in (False, True):
        for house in sorted((old, new), key=lambda house: len(apps_of(house.stage))):
            if front_knows(house.stage, set(moving), opened=opened):
                return house
    raise StageError(
        f"neither {old.stage.name} nor {new.stage.name} has a project that knows users and all apps that move"
    )


def _make_tables(house: House, keeping: Keeping, tell: Progress) -> None:
    """Let each project of a stage migrate its database, and nothing more: sample rows would be in the way."""
    projects = {
        name: project.model_copy(update={"prepare": tuple(each for each in project.prepare if _migrates(each))})
        for name, project in house.stage.projects.items()
    }
    stage = house.stage.model_copy(update={"projects": projects})
    prepare(stage, house.folder, house.environments(keeping, mark=house.folder), tell)


def _migrates(command: str) -> bool:
    return command.split()[0] == "migrate"


def _bring_secrets(old: House, new: House) -> tuple[str, ...]:
    """Give the new stage what others hold the other end of. Returns the names of what it lacked or had otherwise."""
    before = read_env(new.folder.secrets)
    brought = shared_with_others(old.stage, ensure_secrets(old.stage, old.folder.secrets))
    changed = {name: value for name, value in brought.items() if before.get(name) != value}
    if changed:
        write_env(new.folder.secrets, before | changed)
    return tuple(changed)

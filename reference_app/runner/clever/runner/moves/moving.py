"""Move from one stage into another, both of which are at rest."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from clever.runner.envfile import read_env, write_env
from clever.runner.errors import StageError
from clever.runner.locking import alone
from clever.runner.moves.belongings import shared_with_others
from clever.runner.moves.copying import copy_rows
from clever.runner.moves.house import House
from clever.runner.moves.outcome import Outcome
from clever.runner.places import find_root
from clever.runner.prepare import prepare
from clever.runner.progress import Progress, Step, silent


def move(
    source: str,
    target: str,
    *,
    progress: Progress = silent,
    root: Path | None = None,
    given: Mapping[str, str] | None = None,
) -> Outcome:
    """Copy what the stage `source` keeps into the stage `target`: rows with their ids, uploaded files, secrets.

    Neither may run. The source is read where its last start had its databases, unless the caller's environment `given`
    names them; the target is made where a start would have it now. The source stays as it is, so nothing is lost
    whatever happens, and a move that was cut off can be made again: each database of the target has all or nothing.
    Raises StageError for a target that somebody has lived in, and for whatever else stands in the way.
    """
    root = root or find_root()
    if source == target:
        raise StageError(f"{source} is where it is; name another stage to move to")
    told = os.environ if given is None else given
    old, new = House.of(source, root, told), House.of(target, root, told)
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
        house.must_rest()
    with old.at_hand(old.where_it_was()), new.at_hand(new.where_it_will_be()):
        return _copy(old, new, tell)


def _copy(old: House, new: House, tell: Progress) -> Outcome:
    plan = {"source": old.side(old.where_it_was()), "target": new.side(new.where_it_will_be())}
    _no_two_in_one(plan["source"]["databases"], plan["target"]["databases"])
    guide, project = _who_knows_all(old, new)
    _make_tables(new, tell)

    def run(*words: str) -> str:
        # It carries the target's mark: whoever starts it meanwhile is told that it runs, and can stop what is left.
        environment = guide.environments(mark=new.folder)[project]
        return copy_rows(*guide.command(project, "copy_rows", *words), environment, plan, tell)

    tell(Step(f"look whether {new.stage.name} is free"))
    run("--check")
    # Before the rows: tokens and passwords must not be worth nothing because a move was cut off in between.
    changed = _bring_secrets(old, new)
    tell(Step("copy"))
    outcome = Outcome.model_validate_json(run())
    stays = tuple(app for app in old.apps if app not in new.apps)
    return outcome.model_copy(update={"secrets": changed, "stays": stays})


def _no_two_in_one(old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Raise StageError where two databases are to be at one address: rows would be copied onto themselves."""
    urls = [*old.values(), *new.values()]
    for name, url in new.items():
        if urls.count(url) > 1:
            raise StageError(f"{name} would share its database with another one; give it an address of its own")


def _who_knows_all(old: House, new: House) -> tuple[House, str]:
    """The project whose process knows all models that move. One that has them goes before one that opens databases."""
    moving = old.apps.keys() & new.apps.keys()
    for opened in (False, True):
        for house in (old, new):
            if house.front_knows(set(moving), opened=opened):
                return house, house.stage.front
    raise StageError(
        f"neither {old.stage.name} nor {new.stage.name} has a project that knows users and all apps that move"
    )


def _make_tables(house: House, tell: Progress) -> None:
    """Let each project of a stage migrate its database, and nothing more: sample rows would be in the way."""
    projects = {
        name: project.model_copy(update={"prepare": tuple(each for each in project.prepare if _migrates(each))})
        for name, project in house.stage.projects.items()
    }
    prepare(
        house.stage.model_copy(update={"projects": projects}), house.folder, house.environments(mark=house.folder), tell
    )


def _migrates(command: str) -> bool:
    return command.split()[0] == "migrate"


def _bring_secrets(old: House, new: House) -> tuple[str, ...]:
    """Give the new stage what others hold the other end of. Returns the names of what it lacked or had otherwise."""
    before = read_env(new.folder.secrets)
    brought = shared_with_others(old.stage, old.secrets())
    changed = {name: value for name, value in brought.items() if before.get(name) != value}
    if changed:
        write_env(new.folder.secrets, before | changed)
    return tuple(changed)

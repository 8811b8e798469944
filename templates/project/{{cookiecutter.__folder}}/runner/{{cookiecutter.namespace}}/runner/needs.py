"""Who falls with whom, out of stage.toml alone: its `apps`, `calls`, `seams` and `permits`."""

from collections.abc import Mapping
from enum import StrEnum

from {{ cookiecutter.namespace }}.runner.stagefile import SEAM, StageFile

API = "/api/"  # a seam without it is a bare address, to which people's browsers are sent: nobody calls it
PERMITTER = "permitter"


class Fate(StrEnum):
    """What becomes of a service while a project is dead."""

    FALLS = "falls"  # it lives in that project: nobody answers
    LIMPS = "limps"  # it answers, and says 503 where it would have to ask that project
    WHOLE = "whole"  # it does not miss anything


type Fates = Mapping[str, Mapping[str, Fate]]  # the project that is dead -> each service -> its fate


def callees(stage: StageFile, project: str) -> frozenset[str]:
    """The projects that some operation of `project` cannot do without.

    What may be asked without a permit is open to everyone, such as the description of an API, and hangs on no
    operation: where a stage has permits, only a callee for which the project has one counts.
    """
    spared = stage.projects[project].spares
    urls = [url for seam, url in stage.seams_of(project).items() if API in url and seam not in spared]
    called = {callee for url in urls for callee in SEAM.findall(url)}
    permitted = {permit.split()[0] for permit in stage.permits.get(project, ())}
    return frozenset(called & permitted if stage.permits else called) - {project, *permitters(stage)}


def asks_permitter(stage: StageFile, project: str) -> bool:
    """Whether whoever gives a name at this project's door waits for what the permitter says."""
    urls = " ".join(stage.seams_of(project).values())
    return bool(permitters(stage) & {*SEAM.findall(urls)} - {project})


def permitters(stage: StageFile) -> frozenset[str]:
    """The project in which the permitter lives, if the stage has one."""
    return frozenset(name for name, project in stage.projects.items() if PERMITTER in project.apps)


def home_of(stage: StageFile, service: str) -> str:
    """The project in which a service lives. What is no service of the stage, its front answers for."""
    return next((name for name, project in stage.projects.items() if service in project.apps), stage.front)


def fate(stage: StageFile, service: str, dead: str) -> Fate:
    """What becomes of a service while the project `dead` is away for longer than permits are remembered.

    Limping does not spread. Whoever asks a service that limps asks it, as a rule, for what it still does: a player gets
    its items without vid, so coupon, which asks player for that, is whole. stage.toml does not know for certain, and
    the behaviour suite does: with `--without each` it tries all that is whole.
    """
    home = home_of(stage, service)
    if home == dead:
        return Fate.FALLS
    if dead in callees(stage, home) or (dead in permitters(stage) and asks_permitter(stage, home)):
        return Fate.LIMPS
    return Fate.WHOLE


def blast_radius(stage: StageFile) -> Fates:
    """For each project the fates of all services, should it die."""
    services = [app for project in stage.projects.values() for app in project.apps]
    return {dead: {service: fate(stage, service, dead) for service in services} for dead in stage.projects}

"""The environment that a project's processes get: the same whoever starts them, a person, a program or a test."""

import getpass
import os
import sys
from collections.abc import Mapping

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.joined import joined, joined_variables
from {{ cookiecutter.namespace }}.runner.own_databases import own_url
from {{ cookiecutter.namespace }}.runner.permits import permits_seed
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.ports import HOST, base_url
from {{ cookiecutter.namespace }}.runner.secrets import caller_secret, digest, knows_devices, secret_key, variable
from {{ cookiecutter.namespace }}.runner.stagefile import SEAM, Project, StageFile

# What a program needs of the person who starts it. All else stays out: a stray DEBUG or SECRET_KEY of a shell must not
# decide how a stage runs.
INHERITED = ("PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH")
INHERITED_PREFIXES = ("LC_", "SSL_CERT_")

# What a person may set for a single start: CACHE_URL=redis://... inv up monolith
ADJUSTABLE = (
    *("CACHE_URL", "SESSIONS", "LOG_LEVEL", "TIME_ZONE", "WEB_WORKERS", "WEB_THREADS"),
    *("PERMITTEE_MODE", "CALLING", "BUDGET_SECONDS"),
)

# And whatever begins so: where a project reports its errors and its traces, and how.
ADJUSTABLE_PREFIXES = ("OTEL_", "SENTRY_")

STAFF = ("STAFF_NAME", "STAFF_PASSWORD")


def inherited(given: Mapping[str, str]) -> dict[str, str]:
    """The part of the environment `given` that a stage's processes get to see."""
    kept = {name: value for name, value in given.items() if name in INHERITED or name.startswith(INHERITED_PREFIXES)}
    # Progress comes by lines of stdout, so nothing may sit in a buffer.
    return {"PATH": os.defpath, **kept, "PYTHONUNBUFFERED": "1"}


def adjustments(stage: StageFile, name: str, given: Mapping[str, str]) -> dict[str, str]:
    """The settings of the project `name` that the caller's environment `given` decides.

    DATABASE_URL is for a stage with one database; one with several is told <DATABASE>_DATABASE_URL for each.
    A service that has joined another composition is told <PROJECT>_PERMITTER_URL and <PROJECT>_CALLER_SECRET.
    Raises StageError for a DATABASE_URL that would put several databases into one, and for one of those two alone.
    """
    project = stage.projects[name]
    opened = [database_variable(stage, database) for database in project.opens]
    known = [
        *ADJUSTABLE,
        *stage.seams_of(name),
        *opened,
        *(each for each in given if each.startswith(ADJUSTABLE_PREFIXES)),
    ]
    adjusted = {each: given[each] for each in known if given.get(each)}
    if len(stage.databases) > 1 and given.get("DATABASE_URL"):
        names = ", ".join(database_variable(stage, each) for each in stage.databases)
        raise StageError(f"DATABASE_URL is set, but {stage.name} has several databases; set instead: {names}")
    if project.database:
        own = database_variable(stage, project.database)
        if given.get(own):
            adjusted["DATABASE_URL"] = given[own]
    return adjusted | joined(stage, name, given)


def with_settings(stage: StageFile, given: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
    """The caller's environment `given`, overruled by the `settings` of one start. Empty text means the default.

    A seam is decided by `settings` alone: where a callee is must not hang on what happens to be set in a shell.
    Raises StageError for a setting that a start cannot decide.
    """
    databases = [database_variable(stage, name) for name in stage.databases]
    known = [*ADJUSTABLE, *databases, *stage.seams, *joined_variables(stage)]
    for name in settings:
        if name not in known:
            raise StageError(
                f"{name} is no setting that a start of {stage.name} decides; these are: {', '.join(known)}"
            )
    return {**{name: value for name, value in given.items() if name not in stage.seams}, **settings}


def preparing_environment(project: Project, secrets: Mapping[str, str]) -> dict[str, str]:
    """What the commands before a start need and a server must not have: staff's password, where staff are made."""
    makes_staff = any(command.split()[0] == "ensure_staff" for command in project.prepare)
    return {name: secrets[name] for name in STAFF} if makes_staff else {}


def database_variable(stage: StageFile, database: str) -> str:
    """The variable by which a caller says where a database of the stage is."""
    return f"{variable(database)}_DATABASE_URL" if len(stage.databases) > 1 else "DATABASE_URL"


def left_to_us(stage: StageFile, given: Mapping[str, str]) -> tuple[str, ...]:
    """The databases that the caller's environment `given` has no address for."""
    return tuple(name for name in stage.databases if not given.get(database_variable(stage, name)))


def settings_environment(
    stage: StageFile,
    name: str,
    folder: StageFolder,
    *,
    secrets: Mapping[str, str],
    ports: Mapping[str, int],
    given: Mapping[str, str],
) -> dict[str, str]:
    """What the settings of the project `name` read. `ports` holds the port of each project."""
    project = stage.projects[name]
    values = {
        "DJANGO_SETTINGS_MODULE": project.settings,
        "BIND": f"{HOST}:{ports[name]}",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SECURE": "0",  # plain HTTP on this machine: nothing else of production is switched off
        "DEBUG": "0",
        "SECRET_KEY": secrets[secret_key(name)],
        "MEDIA_ROOT": str(folder.media(project.media or name)),
        "STATIC_ROOT": str(folder.static(name)),
        "CALLER_NAME": name,
        "CALLER_SECRET": secrets[caller_secret(name)],
        "CALLERS": ",".join(f"{caller}={digest(secrets[caller_secret(caller)])}" for caller in project.callers),
    }
    if knows_devices(stage):
        values["VID_PUBLIC_KEY"] = secrets["VID_PUBLIC_KEY"]
    if "vid" in project.apps:
        values["VID_SIGNING_KEY"] = secrets["VID_SIGNING_KEY"]  # nobody else may be able to make a token
    if "permitter" in project.apps:
        values["PERMITS_SEED"] = permits_seed(stage, secrets)
    if project.database:
        values["DATABASE_URL"] = own_url(stage, folder, project.database, secrets)
    for database in project.opens:
        values[database_variable(stage, database)] = own_url(stage, folder, database, secrets)
    for setting, url in stage.seams_of(name).items():
        values[setting] = SEAM.sub(lambda callee: base_url(ports[callee[1]]), url)
    return values | adjustments(stage, name, given)


def shared(environments: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What all projects agree on. supervisord hands it down; with one project that is everything."""
    first, *others = environments.values()
    return {name: value for name, value in first.items() if all(other.get(name) == value for other in others)}


def placeholders(
    stage: StageFile, folder: StageFolder, *, ports: Mapping[str, int], nginx: str | None, sockets: str
) -> dict[str, str]:
    """What supervisord.conf (`%(ENV_NAME)s`) and nginx.conf (`${NAME}`) leave open.

    `ports` holds the port of each project and, where they are wanted, of further instances and of nginx; `nginx` is
    then the program's path. For an instance WEB2 there are WEB2_PORT, WEB2_WANTED, and WEB2_OFF, which begins a line
    that is a comment where the instance is not wanted.
    """
    optional = {}
    for program, port in stage.instances.items():
        wanted, name = program in ports, variable(program)
        optional[f"{name}_PORT"] = str(port)
        optional[f"{name}_WANTED"] = "true" if wanted else "false"
        optional[f"{name}_OFF"] = "" if wanted else "# "
    return {
        **optional,
        "PYTHON": sys.executable,
        "STAGE_FOLDER": str(stage.sources),
        "RUN_FOLDER": str(folder.run),
        "SOCKET_FOLDER": sockets,
        "NGINX_PROGRAM": nginx or "nginx",  # not NGINX: in a variable of that name nginx looks for open sockets
        "NGINX_WANTED": "true" if nginx else "false",
        "NGINX_USER": getpass.getuser(),
        "NGINX_LISTEN": f"{HOST}:{ports['nginx']}" if "nginx" in ports else "",
        **{f"{variable(name)}_PORT": str(port) for name, port in ports.items()},
        **{f"{variable(project)}_STATIC_ROOT": str(folder.static(project)) for project in stage.projects},
        **{f"{variable(project)}_MEDIA_ROOT": str(folder.media(project)) for project in stage.projects},
    }

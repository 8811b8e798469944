"""What a stage in containers runs with: the variables of its compose file, nginx's configuration, the secrets."""

import re
from collections.abc import Mapping
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose
from {{ cookiecutter.namespace }}.runner.containers.secrets import secret_files, write_secret_files
from {{ cookiecutter.namespace }}.runner.envfile import read_env, write_env
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.nginx import configuration, forget_others, render_all
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.ports import HOST
from {{ cookiecutter.namespace }}.runner.secrets import variable
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile

NGINX = "nginx"
EXAMPLE = ".env.example"
RESOLVER = "127.0.0.11"  # where an engine's own name server is, seen from a container
SETTING = re.compile(r"^#? ?([A-Z][A-Z0-9_]*)=", re.MULTILINE)


def secrets_folder(folder: StageFolder) -> Path:
    return folder.run / "secrets"


def nginx_folder(folder: StageFolder) -> Path:
    return folder.run / "nginx"


def released(folder: StageFolder) -> dict[str, str]:
    """The images that the last releases brought, as variables of the compose file."""
    return read_env(release_file(folder))


def release_file(folder: StageFolder) -> Path:
    """Where a release writes down which images it brought, so that the next start starts the same."""
    return folder.path / "release.env"


def image_variable(project: str) -> str:
    """The variable of the compose file that says which image a project runs."""
    return f"{variable(project)}_IMAGE"


def decided(stage: StageFile, folder: StageFolder, ports: Mapping[str, int]) -> dict[str, str]:
    """The variables that a start decides by itself."""
    return {
        "SECRETS": str(secrets_folder(folder)),
        "NGINX_FOLDER": str(nginx_folder(folder)),
        "NGINX_ADDRESS": f"{HOST}:{ports[NGINX]}",
        "SECURE": "0",  # plain HTTP on this machine: nothing else of production is switched off
        "ALLOWED_HOSTS": "localhost",
        **{f"{variable(name)}_PORT": str(ports[name]) for name in stage.projects},
    }


def adjustable(stage: StageFile, folder: StageFolder) -> list[str]:
    """The variables that whoever starts the stage may set: those of .env.example that a start does not decide."""
    ports = {NGINX: 0} | dict.fromkeys(stage.projects, 0)
    texts = [file.read_text(encoding="utf-8") for file in stage.files(EXAMPLE)]
    explained = dict.fromkeys(name for text in texts for name in SETTING.findall(text))
    return [name for name in explained if name not in decided(stage, folder, ports)]


def variables(
    stage: StageFile, folder: StageFolder, *, ports: Mapping[str, int], given: Mapping[str, str]
) -> dict[str, str]:
    """All variables of the compose file that have another value than their default."""
    wished = {name: given[name] for name in adjustable(stage, folder) if given.get(name)}
    return decided(stage, folder, ports) | released(folder) | wished


def with_settings(
    stage: StageFile, folder: StageFolder, given: Mapping[str, str], settings: Mapping[str, str]
) -> dict[str, str]:
    """The caller's environment `given`, overruled by the `settings` of one start. Empty text means the default.

    Raises StageError for a setting that a start cannot decide.
    """
    known = adjustable(stage, folder)
    for name in settings:
        if name not in known:
            raise StageError(
                f"{name} is no setting that a start of {stage.name} decides; these are: {', '.join(known)}"
            )
    return {**given, **settings}


def write(compose: Compose, values: Mapping[str, str], secrets: Mapping[str, str]) -> None:
    """Write all that the containers mount, and the variables of the compose file. Raises StageError."""
    stage, folder = compose.stage, compose.folder
    write_secret_files(secret_files(stage, secrets), secrets_folder(folder))
    write_nginx(stage, folder)
    write_env(compose.variables, dict(values))


def write_nginx(stage: StageFile, folder: StageFolder) -> None:
    """nginx's files, in a folder whose files a container may read. What is there already stays the same file."""
    inside = {"NGINX_USER": "nginx", "NGINX_LISTEN": "8080", "RESOLVER": RESOLVER}
    place = nginx_folder(folder)
    place.mkdir(exist_ok=True)
    place.chmod(0o755)  # the folder around it is for this user alone
    rendered = render_all(configuration(stage.layers), inside)
    forget_others(place, rendered)
    for name, text in rendered.items():
        (place / name).write_text(text, encoding="utf-8")
        (place / name).chmod(0o644)

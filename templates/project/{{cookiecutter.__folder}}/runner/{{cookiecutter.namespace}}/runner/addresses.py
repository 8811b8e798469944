"""Where the databases of a stage are, by the DATABASE_URL of each."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from {{ cookiecutter.namespace }}.runner.envfile import read_env
from {{ cookiecutter.namespace }}.runner.environment import adjustments
from {{ cookiecutter.namespace }}.runner.own_databases import on_own_server, own_url
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile


def of_a_start(stage: StageFile, folder: StageFolder, given: Mapping[str, str]) -> dict[str, str]:
    """Where a start would look for each database now, with the caller's environment `given`."""
    found, secrets = {}, read_env(folder.secrets)
    for name, project in stage.projects.items():
        if project.database:
            own = own_url(stage, folder, project.database, secrets)
            found[project.database] = adjustments(stage, name, given).get("DATABASE_URL", own)
    return found


def of_the_last_start(stage: StageFile, folder: StageFolder) -> dict[str, str]:
    """Where the last start had each database. One that no start has spoken of is missing."""
    found, secrets = {}, read_env(folder.secrets)
    for name, project in stage.projects.items():
        url = read_env(folder.environment(name)).get("DATABASE_URL")
        if project.database and url:
            own = own_url(stage, folder, project.database, secrets)
            found[project.database] = own if on_own_server(url, own) else url
    return found


def of_own_server(stage: StageFile, folder: StageFolder, urls: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the databases at `urls`, by name, that are on the PostgreSQL server of the stage itself."""
    secrets = read_env(folder.secrets)
    own = {name: own_url(stage, folder, name, secrets) for name in urls if stage.brings_postgresql}
    return tuple(name for name, url in own.items() if urls[name] == url)


def sqlite_file(url: str, folder: Path) -> Path:
    """The file of an SQLite URL. Three slashes: seen from `folder`; four: a whole path."""
    return folder / unquote(urlsplit(url).path)[1:]


def whole(url: str, folder: Path) -> str:
    """The same address for somebody in another folder: an SQLite file by its whole path."""
    if urlsplit(url).scheme != "sqlite":
        return url
    return urlsplit(url)._replace(path=f"/{quote(str(sqlite_file(url, folder).resolve()))}").geturl()

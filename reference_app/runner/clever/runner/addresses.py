"""Where the databases of a stage are, by the DATABASE_URL of each."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from clever.runner.envfile import read_env
from clever.runner.environment import adjustments
from clever.runner.places import StageFolder
from clever.runner.stagefile import StageFile


def of_a_start(stage: StageFile, folder: StageFolder, given: Mapping[str, str]) -> dict[str, str]:
    """Where a start would look for each database now, with the caller's environment `given`."""
    found = {}
    for name, project in stage.projects.items():
        if project.database:
            own = f"sqlite:///{folder.databases / project.database}.sqlite3"
            found[project.database] = adjustments(stage, name, given).get("DATABASE_URL", own)
    return found


def of_the_last_start(stage: StageFile, folder: StageFolder) -> dict[str, str]:
    """Where the last start had each database. One that no start has spoken of is missing."""
    found = {}
    for name, project in stage.projects.items():
        url = read_env(folder.environment(name)).get("DATABASE_URL")
        if project.database and url:
            found[project.database] = url
    return found


def sqlite_file(url: str, folder: Path) -> Path:
    """The file of an SQLite URL. Three slashes: seen from `folder`; four: a whole path."""
    return folder / unquote(urlsplit(url).path)[1:]


def whole(url: str, folder: Path) -> str:
    """The same address for somebody in another folder: an SQLite file by its whole path."""
    if urlsplit(url).scheme != "sqlite":
        return url
    return urlsplit(url)._replace(path=f"/{quote(str(sqlite_file(url, folder).resolve()))}").geturl()

"""Where a stage has the databases that nobody gave an address: in files, or on a PostgreSQL server of its own."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.ports import HOST
from {{ cookiecutter.namespace }}.runner.secrets import database_password
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile


def own_url(stage: StageFile, folder: StageFolder, database: str, secrets: Mapping[str, str]) -> str:
    """The DATABASE_URL of one of them. Before the first start of a server its port is 0, where nobody answers."""
    if stage.brings_postgresql:
        password = quote(secrets.get(database_password(database), ""), safe="")
        return f"postgresql://{database}:{password}@{HOST}:{server_port(folder)}/{database}"
    # Four slashes: three of the URL and the one that an absolute path begins with.
    return f"sqlite:///{folder.databases / database}.sqlite3"


def on_own_server(url: str, own: str) -> bool:
    """Whether `url` leads to where `own` does, be it on an earlier port: nobody else knows the stage's own password."""
    password = urlsplit(own).password
    return bool(password) and urlsplit(url).password == password


def server_port(folder: StageFolder) -> int:
    """The port of the stage's own server at its last start, given again where it is free; 0 before the first."""
    try:
        return int(port_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return 0


def port_file(folder: StageFolder) -> Path:
    return folder.postgresql / "port"

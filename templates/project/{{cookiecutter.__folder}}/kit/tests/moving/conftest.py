"""Two stages on SQLite files, each with Django's own users and roles. What moves is theirs: kit has no models."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections

from {{ cookiecutter.namespace }}.kit.databases import sqlite_url
from {{ cookiecutter.namespace }}.kit.moving.aliases import open_databases
from {{ cookiecutter.namespace }}.kit.moving.plan import Plan, Side

MakeSide = Callable[..., Side]


def side_at(name: str, file: Path, homes: dict[str, str] | None = None) -> Side:
    return Side(name=name, databases={"users": sqlite_url(file)}, homes=homes or {}, users="users")


def services() -> dict[str, str]:
    """Apps of ours, where kit is tested among them. They live on one side alone, so they stay there."""
    return {config.label: "users" for config in apps.get_app_configs() if not config.name.startswith("django.")}


def forget(*sides: Side) -> None:
    """Close what a test has opened, so that the next one may call its databases by the same names."""
    for side in sides:
        for database in side.databases:
            alias = side.alias_of(database)
            if alias in connections.settings:
                connections[alias].close()
                del connections[alias]
                del connections.settings[alias]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Path:
    """An SQLite file with the tables of users, and nothing in them but what migrations put there."""
    file = tmp_path_factory.mktemp("migrated") / "users.sqlite3"
    file.touch()
    side = side_at("template", file)
    with django_db_blocker.unblock():
        open_databases(side)
        for app in ("auth", "admin", "sessions"):
            call_command("migrate", app, database=side.alias_of("users"), verbosity=0)
        with connections[side.alias_of("users")].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        forget(side)
    return file


@pytest.fixture
def plan(migrated: Path, tmp_path: Path, django_db_blocker: Any) -> Iterator[Plan]:
    """From the old house to the new one. Both are open, and empty."""
    sides = []
    for name in ("old", "new"):
        shutil.copy(migrated, tmp_path / f"{name}.sqlite3")
        sides.append(side_at(name, tmp_path / f"{name}.sqlite3", services() if name == "old" else None))
    with django_db_blocker.unblock():
        for side in sides:
            open_databases(side)
        yield Plan(source=sides[0], target=sides[1])
        forget(*sides)


@pytest.fixture
def told() -> tuple[list[str], Callable[[str, int, int], None]]:
    """What a move tells of its progress, and the function that it tells."""
    said: list[str] = []
    return said, lambda what, done, total: said.append(f"{what} {done}/{total}")

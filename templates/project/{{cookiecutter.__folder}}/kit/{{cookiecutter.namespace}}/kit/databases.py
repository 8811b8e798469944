"""How a service opens its database: SQLite by default, PostgreSQL when DATABASE_URL says so."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"
SCHEMES = {"sqlite": SQLITE, "postgres": POSTGRESQL, "postgresql": POSTGRESQL}

FORMS = "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"

SQLITE_OPTIONS = {
    # A write transaction takes its lock when it begins. The default takes it at the first write, when it may be too
    # late: two transactions that have both read can neither both write nor wait for each other.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds to wait for another writer before "database is locked"
    # WAL: readers and the writer do not block each other. NORMAL: safe against a crash of the process in WAL mode.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


POSTGRESQL_OPTIONS = {"connect_timeout": 5}  # seconds; without it, a host that is gone is waited for for minutes


def sqlite_url(path: Path) -> str:
    """The DATABASE_URL of an SQLite file."""
    return f"sqlite:///{path}"


def database(env: Environment, variable: str = "DATABASE_URL", *, default: str | None = None) -> dict[str, Any]:
    """An entry for DATABASES, read from `variable`.

    Raises ConfigurationError where the URL is missing without a default, or names neither SQLite nor PostgreSQL.
    """
    url = env.str(variable) if default is None else env.str(variable, default=default)
    entry = database_at(url, variable)
    if entry["ENGINE"] == POSTGRESQL:
        entry["CONN_MAX_AGE"] = env.int("DATABASE_CONNECTION_SECONDS", default=60)
        entry["CONN_HEALTH_CHECKS"] = True
    return entry


def database_at(url: str, variable: str) -> dict[str, Any]:
    """An entry for DATABASES with the database at `url`, which is closed after each request.

    Raises ConfigurationError, which says that `variable` is malformed, where the URL names neither kind.
    """
    try:
        scheme, where = urlsplit(url).scheme, urlsplit(url).netloc
        if scheme not in SCHEMES:
            raise _malformed(variable, f"its scheme is {scheme or 'missing'!r}")
        if scheme == "sqlite" and where:
            raise _malformed(variable, "a file takes three slashes, or four where its path begins with one")
        entry: dict[str, Any] = dict(Environment.db_url_config(url))
    except ValueError:  # its words are not repeated: they may hold a piece of the password
        raise _malformed(variable, "its host or port cannot be read") from None
    if entry.get("NAME") in (None, "", ":memory:"):  # in memory, each thread would have a database of its own
        raise _malformed(variable, "it names no database")
    entry["ENGINE"] = SCHEMES[scheme]
    entry["ATOMIC_REQUESTS"] = False
    options = SQLITE_OPTIONS if scheme == "sqlite" else POSTGRESQL_OPTIONS
    entry["OPTIONS"] = {**options, **entry.get("OPTIONS", {})}
    return entry


def _malformed(variable: str, why: str) -> ConfigurationError:
    return ConfigurationError(f"{variable} is malformed: {why}; use {FORMS}")

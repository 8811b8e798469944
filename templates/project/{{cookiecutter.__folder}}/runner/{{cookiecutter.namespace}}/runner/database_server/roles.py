"""A role and a database for each database of a stage: as stages/containers/postgres/make_databases.sh does it."""

from collections.abc import Iterable, Mapping

from {{ cookiecutter.namespace }}.runner.secrets import database_password

# Safe to repeat: what is there stays, and a password that has changed in the secrets is changed here.
SQL = """\
SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \\gexec
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \\gexec
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
"""


def script_for(databases: Iterable[str], secrets: Mapping[str, str]) -> str:
    """What psql has to be told: each database belongs to a role of the same name, and no other role gets in."""
    return "".join(
        f"\\set name {_quoted(name)}\n\\set password {_quoted(secrets[database_password(name)])}\n{SQL}"
        for name in databases
    )


def _quoted(text: str) -> str:
    """A value as psql's \\set takes it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

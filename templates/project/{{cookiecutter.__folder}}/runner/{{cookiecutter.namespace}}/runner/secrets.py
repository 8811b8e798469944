"""The secrets of a stage on this machine: random, made once, kept in a file that only its owner may read."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from {{ cookiecutter.namespace }}.runner.envfile import read_env, write_env
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile, load_stage
from {{ cookiecutter.namespace }}.runner.tables import CONTAINERS

STAFF_NAME = "admin"
POSTGRES_PASSWORD = "POSTGRES_PASSWORD"  # noqa: S105 - the variable: of the superuser of a stage's own database server
DATABASE_PASSWORD = "DATABASE_PASSWORD_"  # noqa: S105 - how the variable begins: of a database's own user
GAME_SERVER = "game-server"  # the caller that stands for the publisher's own game servers


def variable(name: str) -> str:
    """`name` as part of a variable's name: game-server is GAME_SERVER."""
    return name.upper().replace("-", "_")


def caller_secret(name: str) -> str:
    """The variable that holds a caller's secret."""
    return f"CALLER_SECRET_{variable(name)}"


def secret_key(project: str) -> str:
    """The variable that holds a project's SECRET_KEY. Each project has its own: it signs that project's sessions."""
    return f"SECRET_KEY_{variable(project)}"


def database_password(database: str) -> str:
    """The variable that holds the password of a database's own user."""
    return f"{DATABASE_PASSWORD}{variable(database)}"


def of_database_server(values: Mapping[str, str]) -> dict[str, str]:
    """Those of the secrets `values` that let somebody into the stage's own database server, and in nowhere else."""
    return {name: value for name, value in values.items() if name.startswith((POSTGRES_PASSWORD, DATABASE_PASSWORD))}


def digest(secret: str) -> str:
    """What the called side keeps of a caller's secret: enough to recognise it, too little to use it."""
    return sha256(secret.encode()).hexdigest()


def knows_devices(stage: StageFile) -> bool:
    """Whether the stage has the service that gives devices their tokens, whose keys all its projects go by."""
    return any("vid" in project.apps for project in stage.projects.values())


def ensure_secrets(stage: StageFile, file: Path) -> dict[str, str]:
    """The stage's secrets, made where they are missing. One that is there is never changed."""
    values = read_env(file)
    named = [name for project in stage.projects.values() for name in project.callers]
    callers = {GAME_SERVER, *stage.projects, *stage.permits, *named}
    random = [secret_key(project) for project in stage.projects] + [caller_secret(name) for name in sorted(callers)]
    if CONTAINERS in stage.ways or stage.brings_postgresql:  # a database server of its own
        random += [POSTGRES_PASSWORD, *map(database_password, stage.databases)]
    # A password is typed by a person, so it is shorter.
    fresh = {"STAFF_NAME": STAFF_NAME, "STAFF_PASSWORD": secrets.token_urlsafe(12)}
    fresh |= {name: secrets.token_urlsafe(48) for name in random}
    made = {name: value for name, value in fresh.items() if name not in values}
    if knows_devices(stage) and not {"VID_SIGNING_KEY", "VID_PUBLIC_KEY"} <= values.keys():
        made |= _signing_keys()
    if made:
        values |= made
        write_env(file, values)
    file.chmod(0o600)
    return values


def _signing_keys() -> dict[str, str]:
    """A pair of Ed25519 keys, PEM in base64 so that each fits on one line."""
    private = Ed25519PrivateKey.generate()
    signing = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return {
        "VID_SIGNING_KEY": base64.b64encode(signing).decode(),
        "VID_PUBLIC_KEY": base64.b64encode(public).decode(),
    }


@dataclass(frozen=True)
class Credentials:
    """What a person and a game server need to get in. Left out of every repr, since those end up in logs."""

    staff_name: str
    staff_password: str = field(repr=False)
    caller_name: str
    caller_secret: str = field(repr=False)


def credentials_from(values: Mapping[str, str]) -> Credentials:
    """Raises KeyError for a secret that is not among `values`."""
    return Credentials(
        staff_name=values["STAFF_NAME"],
        staff_password=values["STAFF_PASSWORD"],
        caller_name=GAME_SERVER,
        caller_secret=values[caller_secret(GAME_SERVER)],
    )


def read_credentials(name: str, root: Path | None = None) -> Credentials:
    """The credentials of the stage called `name`, which the file `var/<stage>/secrets.env` holds.

    Raises StageError for an unknown stage and for one that was never started here.
    """
    root = root or find_root()
    load_stage(name, root)
    return credentials_in(StageFolder.of(name, root).secrets)


def credentials_in(file: Path) -> Credentials:
    """The credentials in a stage's secrets.env. Raises StageError where it lacks one of them."""
    try:
        return credentials_from(read_env(file))
    except KeyError as error:
        raise StageError(f"{file}: no {error.args[0]} in it yet; start the stage once, with inv up") from error

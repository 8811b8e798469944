"""What the tests need to get in: a service's secret and a member of staff's password."""

from dataclasses import dataclass, field
from pathlib import Path

CALLER = "game-server"


class CredentialsError(Exception):
    """The credentials cannot be read."""


@dataclass(frozen=True)
class Credentials:
    """Left out of every repr, since those end up in reports."""

    staff_name: str
    staff_password: str = field(repr=False)
    caller_name: str
    caller_secret: str = field(repr=False)


def read_credentials(file: Path) -> Credentials:
    """The credentials in a file of NAME=value lines, as each stage keeps one beside its data.

    Raises CredentialsError where it cannot be read or lacks one of them.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise CredentialsError(f"{file}: cannot be read ({error})") from error
    values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    try:
        return Credentials(
            staff_name=values["STAFF_NAME"],
            staff_password=values["STAFF_PASSWORD"],
            caller_name=CALLER,
            caller_secret=values["CALLER_SECRET_GAME_SERVER"],
        )
    except KeyError as error:
        raise CredentialsError(f"{file}: there is no {error.args[0]} in it") from error

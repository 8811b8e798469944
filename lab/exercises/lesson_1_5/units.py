"""1.5.4: a systemd unit."""

import configparser
import re
from typing import Any

from lab.checks import Wrong, exercise

COMES_BACK = {"always", "on-failure", "on-abnormal", "on-abort"}
"""What Restart= may say for a program that is there again after a kill -9."""


@exercise(
    "1.5.4",
    hints=(
        "Restart=on-failure and Restart=always both bring it back after a kill -9. Nothing said means Restart=no.",
        "EnvironmentFile= names a file that only root can read. Everybody can read a unit.",
        "systemd starts no shell, and looks for programs in no project's folder: write the whole path.",
    ),
)
def unit(answer: Any) -> str:
    """the text of a systemd unit"""
    if not isinstance(answer, str):
        raise Wrong(f"The text of a file is wanted, and you gave {type(answer).__name__}.")
    parser = configparser.ConfigParser(
        interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#", ";"), empty_lines_in_values=False
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names have capitals
    # To systemd a line that begins with spaces is a line like any other, and one that ends in \ goes on.
    lines = [line.strip() for line in re.sub(r"\\\n", " ", answer).splitlines()]
    if any("SECRET_KEY" in line for line in lines if not line.startswith(("#", ";"))):
        raise Wrong("A secret stands in the unit, which everybody on the machine can read.")
    try:
        parser.read_string("\n".join(lines))
    except configparser.Error as error:
        raise Wrong(f"systemd would not understand this file: {error}") from error
    if "Service" not in parser:
        raise Wrong("There is no section [Service].")
    _expect_service(dict(parser["Service"]))
    wanted_by = parser["Install"].get("WantedBy", "") if "Install" in parser else ""
    if wanted_by != "multi-user.target":
        raise Wrong("After a restart of the machine nobody starts it: [Install] wants WantedBy=multi-user.target.")
    return "Right. It comes back, is nobody in particular, and keeps its secrets in a file of their own."


def _expect_service(service: dict[str, str]) -> None:
    if service.get("Restart", "no") not in COMES_BACK:
        raise Wrong(f"Restart is {service.get('Restart', 'no')!r}: after a kill -9 it stays where it is.")
    if service.get("User", "root") in {"root", "0", ""}:
        raise Wrong("It runs as root: give it a User= of its own.")
    if service["User"] != "cafe":
        raise Wrong(f"The user is called cafe, and you have {service['User']!r}.")
    if service.get("EnvironmentFile", "").removeprefix("-") != "/etc/cafe/environment":
        raise Wrong(f"EnvironmentFile should be /etc/cafe/environment. It is {service.get('EnvironmentFile')!r}.")
    start = service.get("ExecStart", "")
    program, *words = start.split() or [""]
    if not program.startswith("/"):
        raise Wrong(f"ExecStart begins with {program!r}: systemd wants the whole path of the program.")
    if program != "/srv/cafe/current/.venv/bin/gunicorn" or "app:application" not in words:
        raise Wrong(
            f"ExecStart should run the gunicorn of the release's own .venv with app:application, not {start!r}."
        )

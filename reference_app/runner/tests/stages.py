"""Stages that have their projects from the stage `tiny`: one that adds to it, and one that puts it into containers."""

from pathlib import Path

LARGER = """
name = "larger"
summary = "tiny, and one project more."
extends = "tiny"

[ports]
tiny = 9101

[seams]
GREETING_URL = "${tiny}/api/greeting"

[projects.choir]
settings = "larger.choir.settings"
wsgi = "larger.choir.wsgi"
port = 9102
apps = ["choir"]
calls = ["GREETING_URL"]
processes = { choir = "gunicorn" }

[projects.tiny]
settings = "larger.tiny.settings"
serves = ["/choir/"]

[permits]
choir = ["tiny *"]

[nginx]
port = 9180
"""

IN_CONTAINERS = """
[containers]
extends = "shipped"
folder = "shipped"
ports = { nginx = 9280, tiny = 9201, choir = 9202 }
"""

SHIPPED = """
name = "shipped"
summary = "tiny, in containers."
arranges = "tiny"
compose = "compose.yaml"
ports = { tiny = 9001 }
nginx = { port = 9080 }
"""


def write(root: Path, name: str, text: str) -> Path:
    folder = root / "stages" / name
    folder.mkdir(exist_ok=True)
    (folder / "stage.toml").write_text(text)
    return folder

"""The README names every variable that the stage reads, and none that it does not."""

import re

from .conftest import STAGE

# Read by the parts that the settings call on, not by name in the settings themselves.
ELSEWHERE = {"DATABASE_URL", "DATABASE_CONNECTION_SECONDS", "SECRETS_FILE", "STAFF_NAME", "STAFF_PASSWORD"}


def test_every_variable_is_explained() -> None:
    code = (STAGE / "monolith/settings.py").read_text() + (STAGE / "gunicorn.conf.py").read_text()
    read = set(re.findall(r'(?:env\.\w+\(\s*|tokens\.key\(env, |environ\.get\()"([A-Z_]+)"', code))

    rows = re.findall(r"^\| (`[A-Z].*?) \|", (STAGE / "README.md").read_text(), re.MULTILINE)
    explained = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}

    assert len(read) > 15
    assert explained == read | ELSEWHERE

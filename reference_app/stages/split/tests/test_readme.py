"""The README names every variable that a project reads, and none that it does not."""

import re

from .conftest import STAGE

# Read by the parts that the settings call on, not by name in the settings themselves.
ELSEWHERE = {
    "DATABASE_URL",
    "DATABASE_CONNECTION_SECONDS",
    "DJANGO_SETTINGS_MODULE",
    "PERMITS_SEED",
    "SECRETS_FILE",
    "STAFF_NAME",
    "STAFF_PASSWORD",
}


def test_every_variable_is_explained() -> None:
    files = [*STAGE.glob("split/*.py"), *STAGE.glob("split/*/settings.py"), STAGE / "gunicorn.conf.py"]
    code = "".join(file.read_text() for file in files)
    read = set(re.findall(r'(?:env\.\w+\(\s*|tokens\.key\(env, |environ\.get\(|database\(env, )"([A-Z_]+)"', code))

    rows = re.findall(r"^\| ([^|]*`[A-Z].*?) \|", (STAGE / "README.md").read_text(), re.MULTILINE)
    explained = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}

    assert len(read) > 25
    assert explained == read | ELSEWHERE

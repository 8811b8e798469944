"""The README names every variable that is new here, and none that is not."""

import re

from .conftest import STAGE

TEXT = (STAGE / "README.md").read_text(encoding="utf-8")
READ = re.compile(r'(?:env\.\w+\(|database\(\s*env, )"([A-Z_]+)"')


def test_every_variable_is_explained() -> None:
    read = {file.parent.name: set(READ.findall(file.read_text())) for file in STAGE.glob("composition/*/settings.py")}
    explained: dict[str, set[str]] = {}
    for project, row in re.findall(r"^\| (\w+): ([^|]*`[A-Z][^|]*) \|", TEXT, re.MULTILINE):
        explained.setdefault(project, set()).update(re.findall(r"`([A-Z_]+)`", row))

    assert explained == {project: names for project, names in read.items() if names}


def test_every_file_and_folder_is_in_the_table() -> None:
    named = {name.split("/")[0] for name in re.findall(r"^\| `([\w./]+)` \|", TEXT, re.MULTILINE)}
    there = {file.name for file in STAGE.iterdir() if not file.name.startswith((".", "__"))}

    assert there - {"README.md", "pyproject.toml", "tests"} <= named

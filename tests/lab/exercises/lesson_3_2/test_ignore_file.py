import tarfile
from pathlib import Path

import pytest

import lab
from lab.containers.archive import saved
from lab.exercises.lesson_3_2.ignore_file import stays

FILES = ("app.py", ".env", "a/app.py", "a/b/app.py", "a/b/c.txt", "photos/logo.svg", "photos/a/1.jpg", "x.d/1", "x1d/1")
TEXTS = {
    "a name is looked for in the top folder alone": "app.py\n",
    "two stars are any folder, the top one too": "**/app.py\n",
    "a folder takes all that is in it": "a/\nphotos\n",
    "one star stays in its folder": "a/*.py\n*.svg\n",
    "two stars at the end, and in the middle": "photos/**\na/**/c.txt\n",
    "the last line decides": "photos\n!photos/logo.svg\n!app.py\napp.py\n",
    "everything, and some of it back": "*\n!*.py\n!photos/logo.svg\n",
    "a comment, blanks, a slash, a dot": "# app.py\n\n  /app.py  \n./a/b\n",
    "a dot is a dot, a question mark one letter": "x.d\na/?/c.txt\n",
    "one letter of several": "[xa]*\n",
}


@pytest.mark.parametrize("what", TEXTS)
@pytest.mark.live
@pytest.mark.engine("docker")
def test_what_stays_at_home_is_what_docker_leaves_there(what: str, tmp_path: Path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / ".dockerignore").write_text(TEXTS[what])
    dockerfile = tmp_path.with_name(f"{tmp_path.name}.Dockerfile")
    dockerfile.write_text("FROM scratch\nCOPY . /\n")
    tag = f"lab-tests/ignoring:{list(TEXTS).index(what)}"

    lab.containers.build(tmp_path, tag, file=dockerfile)
    with saved(tag) as layers:
        travelled = {member.name for layer in layers for member in _files(layer)}
    lab.containers.forget(tag)

    assert {name for name in FILES if not stays(name, TEXTS[what])} == travelled - {".dockerignore"}


def _files(layer: tarfile.TarFile) -> list[tarfile.TarInfo]:
    return [member for member in layer if member.isfile()]

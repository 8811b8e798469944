"""A template of a few files, and a project that was made from it. What differs between its stages is one folder."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clever.runner.places import find_root
from clever.scaffolding.growing.baking import bake
from clever.scaffolding.growing.memory import Memory
from clever.scaffolding.layout import Layout

HERE = Layout.find(find_root(Path(__file__).parent))

COOKIECUTTER = '{"slug": "tiny", "greeting": "Hello", "stage": ["monolith", "split", "containers", "composition"]}'
MEMORY = """\
{
  "template": {{ cookiecutter._template | tojson }},
  "commit": null,
  "checkout": null,
  "context": {
    "cookiecutter": {
      "slug": {{ cookiecutter.slug | tojson }},
      "greeting": {{ cookiecutter.greeting | tojson }},
      "stage": {{ cookiecutter.stage | tojson }}
    }
  },
  "directory": null
}
"""
STAGE = """\
name = "{{ cookiecutter.stage }}"
summary = "A stage to grow from."

[projects.tea]
settings = "{{ cookiecutter.stage }}.settings"
wsgi = "{{ cookiecutter.stage }}.wsgi"
port = 8000
apps = ["tea"]
processes = { web = "gunicorn" }
"""
README = "# {{ cookiecutter.greeting }}\n\nWhat it is.\n\nWhat it does.\n\nIt is at {{ cookiecutter.stage }}.\n"
FILES = {
    ".gitignore": "/var/\n__pycache__/\n",
    ".cruft.json": MEMORY,
    "README.md": README,
    "stages/{{cookiecutter.stage}}/stage.toml": STAGE,
    "stages/{{cookiecutter.stage}}/{{cookiecutter.stage}}/start.sh": "#!/bin/sh\n",
    # What a service could be made in, which it is asked for.
    "contracts/README.md": "",
    "services/README.md": "",
    "templates/service/README.md": "",
}

PYPROJECT = '[project]\ndependencies = []\n\n[tool.uv.workspace]\nmembers = ["services/*"]\n\n[tool.uv.sources]\n'


@pytest.fixture(autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither cookiecutter nor git nor a stage reads or writes anything of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    configuration = home / "cookiecutter.yaml"
    configuration.write_text(f"cookiecutters_dir: {home}/cloned\nreplay_dir: {home}/replayed\n")
    monkeypatch.setattr(tempfile, "tempdir", str(home))  # cookiecutter leaves each hook that it has run
    monkeypatch.setenv("COOKIECUTTER_CONFIG", str(configuration))
    monkeypatch.setenv("STAGES_STATE", str(home / "state"))
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "STAGES_ROOT"):
        monkeypatch.delenv(name, raising=False)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ann@example.org")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "template"
    for place, content in FILES.items():
        file = folder / "{{cookiecutter.slug}}" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    next(folder.rglob("start.sh")).chmod(0o755)
    (folder / "cookiecutter.json").write_text(COOKIECUTTER)
    return folder


@pytest.fixture
def memory(template: Path) -> Memory:
    return Memory(str(template), {"slug": "tiny", "greeting": "Hello", "stage": "monolith"})


@pytest.fixture
def project(memory: Memory, tmp_path: Path) -> Path:
    """A project at the stage monolith, as it was made."""
    return bake(memory, tmp_path / "projects")


@pytest.fixture
def commit(project: Path) -> Callable[[], None]:
    """Keep the project in git, as it is now."""

    def keep() -> None:
        for line in ("init --quiet", "add --all", "commit --quiet --message kept"):
            subprocess.run(["git", *line.split()], cwd=project, check=True)

    return keep


def with_shipped_stages(root: Path, *names: str) -> Path:
    """A project of which a service needs nothing but its contracts and stages: these, or all."""
    left_out = shutil.ignore_patterns("__pycache__", "tests", "var")
    for place in ("contracts", *(f"stages/{name}" for name in names or ("",))):
        shutil.copytree(HERE.home / place, root / place, ignore=left_out)
    shutil.copytree(HERE.template, root / "templates/service")
    (root / "services").mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT)
    return root

"""`inv test` of a project that has its stage from here."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from invoke import Context, Exit, task

from {{ cookiecutter.namespace }}.acceptance.against import accept, ways
from {{ cookiecutter.namespace }}.runner import StageError
from {{ cookiecutter.namespace }}.runner.helpful import HelpfulTask
from {{ cookiecutter.namespace }}.runner.places import find_root
from {{ cookiecutter.namespace }}.runner.stagefile import known_stages

# Each file is one worker's, since its tests may share a stage; stages have data, ports and processes of their own.
SIDE_BY_SIDE = ["-n", "2", "--dist", "loadfile"]


NOTHING_COLLECTED = 5


def tested_apart(pyproject: Path) -> list[str]:
    """The folders whose tests run by themselves, on settings of their own: tool.{{ cookiecutter.namespace }}.test-apart in the project."""
    if not pyproject.exists():
        return []
    found: list[str] = (
        tomllib.loads(pyproject.read_text(encoding="utf-8")).get("tool", {}).get("{{ cookiecutter.namespace }}", {}).get("test-apart", [])
    )
    return found


@task(
    name="test",
    klass=HelpfulTask,
    help={
        "fast": "Only what starts no processes.",
        "full": "Also the long forms: 2,000 codes, 1,000 drawn cases an API.",
    },
)
def run_tests(context: Context, fast: bool = False, full: bool = False) -> None:
    """Run each distribution's own tests, then ask each stage for its behaviour, on SQLite and PostgreSQL."""
    if fast and full:
        raise Exit("--fast and --full exclude each other", code=2)
    which = ["-m", "not live and not full"] if fast else [] if full else ["-m", "not full"]
    environment = os.environ | ({"TEST_TIER": "full"} if full else {})
    ran = subprocess.run([sys.executable, "-m", "pytest", "-q", *SIDE_BY_SIDE, *which], env=environment, check=False)
    failed = ["the distributions' own tests"] if ran.returncode else []
    for folder in tested_apart(Path("pyproject.toml")):
        command = [sys.executable, "-m", "pytest", "-q", *which]
        if subprocess.run(command, env=environment, cwd=folder, check=False).returncode not in (0, NOTHING_COLLECTED):
            failed.append(f"{folder}'s own tests")
    try:
        for stage in [] if fast else known_stages(find_root()):
            for way in ways(stage, full=full):
                if not accept(stage, on=way.on, nginx=way.nginx, arguments=["-q", *(["--full"] if full else [])]):
                    failed.append(f"{stage} on {way}")
    except StageError as error:
        raise Exit(str(error), code=1) from error
    if failed:
        raise Exit(f"tests failed: {', '.join(failed)}", code=1)

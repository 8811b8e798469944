"""A program that is run as a fork cannot tell, and nobody else can."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit.testing import programs
from {{ cookiecutter.namespace }}.kit.testing.programs import run_program

SAYS = """
import json, os, sys
from django.conf import settings
ours = [name for name in sys.modules if name.startswith(("{{ cookiecutter.namespace }}.", "monolith", "ninja"))]
facts = [sys.argv, os.getcwd(), dict(os.environ), sys.path[0], __name__, settings.configured, ours]
print(json.dumps(facts))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return tmp_path / "program.py"


def test_it_has_the_arguments_the_folder_and_the_environment_that_it_was_given_and_no_more(program: Path) -> None:
    program.write_text(SAYS)

    done = run_program(program, "check", "--deploy", folder=program.parent, environment={"SECURE": "1"})

    facts: list[Any] = json.loads(done.stdout)
    here = str(program.parent)
    assert facts[:5] == [[str(program), "check", "--deploy"], here, {"SECURE": "1"}, here, "__main__"]
    assert "DJANGO_SETTINGS_MODULE" in os.environ


def test_nothing_of_ours_and_no_settings_are_loaded_before(program: Path) -> None:
    program.write_text(SAYS)

    done = run_program(program, folder=program.parent, environment={})

    configured, ours = json.loads(done.stdout)[5:]
    assert not configured
    assert ours == ["{{ cookiecutter.namespace }}.kit", "{{ cookiecutter.namespace }}.kit.testing", programs.__name__]


@pytest.mark.parametrize("end", ["sys.exit(3)", "sys.exit('a reason')", "sys.exit()", "1 / 0", "print('all is well')"])
def test_it_ends_and_says_why_as_by_itself(program: Path, end: str) -> None:
    program.write_text(f"import sys\nprint('so far')\n{end}\n")

    forked = run_program(program, folder=program.parent, environment={})
    itself = subprocess.run([sys.executable, program], capture_output=True, text=True)

    assert (forked.returncode, forked.stdout) == (itself.returncode, itself.stdout)
    assert forked.stderr.splitlines()[-1:] == itself.stderr.splitlines()[-1:]


def test_one_that_does_not_end_is_ended(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.write_text("import signal\nsignal.pause()\n")
    monkeypatch.setattr(programs, "SECONDS", 0.2)

    with pytest.raises(subprocess.TimeoutExpired):
        run_program(program, folder=program.parent, environment={})

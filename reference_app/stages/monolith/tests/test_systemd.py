"""The units say what supervisord.conf says, in systemd's words, and systemd understands them."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import STAGE

UNITS = sorted((STAGE / "systemd").glob("*.service"))
HARDENING = re.compile(r"# What it may not do.*?(?=\n\[Install\])", re.DOTALL)


def read(unit: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # systemd's names have capitals
    parser.read_string(unit.read_text(encoding="utf-8"))
    return parser


def test_each_program_of_supervisord_has_a_unit() -> None:
    supervisord = configparser.ConfigParser(interpolation=None)
    supervisord.read(STAGE / "supervisord.conf")
    names = {name.removeprefix("program:").rstrip("0123456789") for name in supervisord.sections() if ":" in name}

    # nginx has a unit of its own distribution's; a second web is the first unit's once more.
    assert {unit.stem for unit in UNITS} == {f"monolith-{name}" for name in names & {"web", "pending"}}
    assert {"web", "pending"} <= names


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_it_comes_back_and_is_never_root_and_holds_no_secret(unit: Path) -> None:
    service = read(unit)["Service"]

    assert service["Restart"] == "always"
    assert service["User"] == "monolith"
    assert service["EnvironmentFile"] == "/etc/monolith/environment"
    assert not re.search("SECRET|PASSWORD|KEY=", service["Environment"])


def test_all_are_hardened_alike() -> None:
    hardening = [HARDENING.search(unit.read_text(encoding="utf-8")) for unit in UNITS]

    assert all(hardening)
    assert len({found[0] for found in hardening if found}) == 1


@pytest.mark.live
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_accepts_it(unit: Path, tmp_path: Path) -> None:
    for program in ("gunicorn", "python"):
        stand_in = tmp_path / "current/.venv/bin" / program
        stand_in.parent.mkdir(parents=True, exist_ok=True)
        stand_in.symlink_to("/bin/true")
    here = tmp_path / unit.name
    here.write_text(unit.read_text(encoding="utf-8").replace("/srv/monolith", str(tmp_path)), encoding="utf-8")

    done = subprocess.run(["systemd-analyze", "verify", str(here)], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")

"""The suite says what it needs. It is never silently green for want of a stage."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.live

GENERIC = "clever.acceptance.generic.test_health"


def run_suite(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    unset = ("TEST_STAGE", "ACCEPTANCE_MAP", "ACCEPTANCE_CREDENTIALS")
    command = [sys.executable, "-m", "pytest", "-p", "clever.acceptance.plugin", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, *options, "--pyargs", GENERIC],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in unset},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_a_stage_every_test_fails_and_says_how_to_name_one(tmp_path: Path) -> None:
    ran = run_suite(tmp_path)

    assert ran.returncode == 1
    assert "no stage: say which with --stage NAME, or --stage-map FILE" in ran.stdout
    assert "passed" not in ran.stdout


def test_a_map_that_cannot_be_read_is_named_in_one_line(tmp_path: Path) -> None:
    ran = run_suite(tmp_path, "--stage-map", "nowhere.json")

    assert ran.returncode == 4
    assert "ERROR: nowhere.json: no map of a stage" in ran.stderr


def test_a_map_without_credentials_says_where_they_are(tmp_path: Path) -> None:
    map_file = tmp_path / "map.json"
    map_file.write_text('{"m": {"url": "http://127.0.0.1:9", "services": {"vid": "http://127.0.0.1:9"}}}')

    ran = run_suite(tmp_path, "--stage-map", str(map_file))

    assert ran.returncode == 4
    assert "--credentials FILE, such as var/m/secrets.env" in ran.stderr


def test_a_stage_that_nobody_knows_is_named(tmp_path: Path) -> None:
    (tmp_path / "stages" / "tower").mkdir(parents=True)
    (tmp_path / "stages" / "tower" / "stage.toml").touch()

    ran = run_suite(tmp_path, "--stage", "castle")

    assert ran.returncode != 0
    assert "castle" in ran.stdout + ran.stderr
    assert "passed" not in ran.stdout


def test_a_stage_that_is_away_fails_the_tests(tmp_path: Path) -> None:
    map_file, secrets = tmp_path / "map.json", tmp_path / "secrets.env"
    # Port 9 is the one on which nobody answers: discard.
    map_file.write_text('{"m": {"url": "http://127.0.0.1:9", "services": {"vid": "http://127.0.0.1:9"}}}')
    secrets.write_text("STAFF_NAME=a\nSTAFF_PASSWORD=b\nCALLER_SECRET_GAME_SERVER=c\n")

    ran = run_suite(tmp_path, "--stage-map", str(map_file), "--credentials", str(secrets))

    assert ran.returncode == 1
    assert "ConnectError" in ran.stdout

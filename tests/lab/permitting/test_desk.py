import subprocess
import sys
from pathlib import Path

import pytest

import lab

SERVICES = {"permitter": "http://127.0.0.1:1", "coupon": "http://127.0.0.1:2"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> lab.Desk:
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))
    run = tmp_path / "split" / "run"
    run.mkdir(parents=True)
    (run / "coupon.env").write_text("CALLER_NAME=coupon\nCALLER_SECRET=s3cret\n", encoding="utf-8")
    (run / "permitter.env").write_text("SECRET_KEY=of-the-permitter\n", encoding="utf-8")
    return lab.permitter(lab.Stage("split", "http://127.0.0.1:1", SERVICES))


def answers(
    monkeypatch: pytest.MonkeyPatch, code: int = 0, out: str = "", err: str = ""
) -> list[tuple[list[str], dict]]:
    """In the place of manage.py. Returns a list that is filled with what is asked of it."""
    asked = []

    def run(command, **options):
        asked.append((command, options))
        return subprocess.CompletedProcess(command, code, out, err)

    monkeypatch.setattr(subprocess, "run", run)
    return asked


def test_a_stage_without_a_permitter_is_told_so():
    with pytest.raises(lab.LabError, match="monolith has no permitter"):
        lab.permitter(lab.Stage("monolith", "http://127.0.0.1:1", {}))


def test_a_projects_credentials_are_those_that_it_was_given(desk):
    assert desk.credentials("coupon") == ("coupon", "s3cret")


def test_a_project_that_was_never_started_is_named(desk):
    with pytest.raises(lab.LabError, match="split has no project 'pear'"):
        desk.environment("pear")


def test_permits_are_looked_after_in_the_permitters_own_project(desk, monkeypatch):
    asked = answers(monkeypatch, out="permits: grant coupon player *: done\n")

    assert desk.permits("grant", "coupon", "player", "*") == "permits: grant coupon player *: done"
    [(command, options)] = asked
    assert command == [sys.executable, "manage.py", "permits", "grant", "coupon", "player", "*"]
    assert options["env"]["SECRET_KEY"] == "of-the-permitter"
    assert options["cwd"] == desk.stage.folder


def test_what_the_command_refuses_is_one_line(desk, monkeypatch):
    answers(monkeypatch, code=1, err="a warning\nCommandError: permits: there is no caller pear\n")

    with pytest.raises(lab.LabError) as raised:
        desk.permits("disable", "pear")
    assert (
        str(raised.value) == "permits, at the permitter's desk, failed: CommandError: permits: there is no caller pear"
    )


def test_the_audit_log_is_a_table(desk, monkeypatch):
    answers(monkeypatch, out='["Kim", "granted", "coupon", "player", "*"]\n')

    table = desk.audit(last=1)

    assert table.columns == ["who", "did", "caller", "service", "operation"]
    assert table.rows == [["Kim", "granted", "coupon", "player", "*"]]


def test_no_secret_is_in_what_is_shown_of_it(desk):
    assert "s3cret" not in repr(desk) + desk.text() + desk.html()

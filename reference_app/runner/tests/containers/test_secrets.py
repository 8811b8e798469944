import json
import stat
from pathlib import Path

import pytest

from clever.runner.containers.secrets import secret_files, write_secret_files
from clever.runner.envfile import read_env
from clever.runner.errors import StageError
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import StageFile, load_stage

ROOT = Path(__file__).parents[3]


@pytest.fixture
def stage() -> StageFile:
    if not (ROOT / "stages" / "containers").is_dir():
        pytest.skip("there is no stage in containers in this project")
    return load_stage("containers", ROOT)


@pytest.fixture
def secrets(stage: StageFile, tmp_path: Path) -> dict[str, str]:
    return ensure_secrets(stage, tmp_path / "secrets.env")


def lines(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.splitlines())


def test_each_project_has_a_file_with_what_its_settings_must_be_told(stage, secrets):
    files = secret_files(stage, secrets)

    for name in stage.projects:
        told = lines(files[f"{name}.env"])
        assert {"SECRET_KEY", "CALLER_NAME", "CALLER_SECRET", "VID_PUBLIC_KEY", "DATABASE_URL"} <= told.keys()
        assert told["DATABASE_URL"].startswith(f"postgresql://{name}:")


def test_only_vid_can_make_tokens_and_only_the_backoffice_opens_databases_of_others(stage, secrets):
    files = secret_files(stage, secrets)

    for name in stage.projects:
        told = lines(files[f"{name}.env"])
        assert ("VID_SIGNING_KEY" in told) == (name == "vid")
        assert ("COUPON_DATABASE_URL" in told) == (name == "backoffice")


def test_no_two_projects_share_a_secret(stage, secrets):
    for secret in ("SECRET_KEY", "CALLER_SECRET", "DATABASE_URL"):
        values = [lines(secret_files(stage, secrets)[f"{name}.env"])[secret] for name in stage.projects]
        assert len({*values}) == len(stage.projects)


def test_what_only_a_job_needs_is_in_a_file_that_no_server_sees(stage, secrets):
    files = secret_files(stage, secrets)
    seed = json.loads(lines(files["prepare-permitter.env"])["PERMITS_SEED"])

    assert lines(files["prepare-backoffice.env"])["STAFF_PASSWORD"] == secrets["STAFF_PASSWORD"]
    assert {*seed["callers"]} >= {*stage.projects}
    for name in stage.projects:
        assert "STAFF_PASSWORD" not in files[f"{name}.env"]
        assert "PERMITS_SEED" not in files[f"{name}.env"]


def test_the_compose_file_knows_each_file_and_no_other(stage, secrets):
    compose = (stage.folder / "compose.yaml").read_text()

    named = {part.split('"')[0].split("/")[-1] for part in compose.split('{ file: "')[1:]}
    assert named == {*secret_files(stage, secrets)}


def test_only_this_user_can_enter_the_folder_and_a_container_can_read_a_file(tmp_path):
    folder = tmp_path / "secrets"

    write_secret_files({"vid.env": "SECRET_KEY=x\n"}, folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "vid.env").stat().st_mode) == 0o444
    assert read_env(folder / "vid.env") == {"SECRET_KEY": "x"}


def test_a_file_that_a_container_has_mounted_stays_the_same_file(tmp_path):
    write_secret_files({"vid.env": "SECRET_KEY=x\n"}, tmp_path / "secrets")
    before = (tmp_path / "secrets" / "vid.env").stat().st_ino

    write_secret_files({"vid.env": "SECRET_KEY=y\n"}, tmp_path / "secrets")

    assert (tmp_path / "secrets" / "vid.env").stat().st_ino == before
    assert read_env(tmp_path / "secrets" / "vid.env") == {"SECRET_KEY": "y"}


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "secrets").write_text("")

    with pytest.raises(StageError, match=r"secrets.*cannot be written here"):
        write_secret_files({"vid.env": ""}, tmp_path / "secrets")

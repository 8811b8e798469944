import base64

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from clever.runner.envfile import read_env
from clever.runner.errors import StageError
from clever.runner.secrets import Credentials, ensure_secrets, of_database_server, read_credentials
from clever.runner.stagefile import StageFile, load_stage


def with_app(stage: StageFile, app: str) -> StageFile:
    projects = {name: project.model_copy(update={"apps": (app,)}) for name, project in stage.projects.items()}
    return stage.model_copy(update={"projects": projects})


@pytest.fixture
def made(root, folder):
    folder.make()
    return ensure_secrets(load_stage("tiny"), folder.secrets)


def test_secrets_are_made_once(made, folder):
    assert ensure_secrets(load_stage("tiny"), folder.secrets) == made


def test_another_machine_gets_others(made, tmp_path):
    others = ensure_secrets(load_stage("tiny"), tmp_path / "other.env")

    alike = {name for name in made if made[name] == others[name]}
    assert alike == {"STAFF_NAME"}


def test_what_a_grown_stage_lacks_is_added_and_the_rest_kept(made, folder):
    lines = folder.secrets.read_text().splitlines(keepends=True)
    folder.secrets.write_text("".join(line for line in lines if not line.startswith("SECRET_KEY_TINY=")))

    grown = ensure_secrets(load_stage("tiny"), folder.secrets)

    assert grown.keys() == made.keys()
    assert {name for name in made if made[name] != grown[name]} == {"SECRET_KEY_TINY"}
    assert read_env(folder.secrets) == grown


def test_a_file_that_was_opened_to_others_is_closed_again(made, folder):
    folder.secrets.chmod(0o644)

    ensure_secrets(load_stage("tiny"), folder.secrets)

    assert folder.secrets.stat().st_mode & 0o777 == 0o600


def test_a_stage_that_gives_devices_tokens_has_a_pair_of_keys_for_them(root, folder):
    tiny = load_stage("tiny")
    folder.make()

    made = ensure_secrets(with_app(tiny, "vid"), folder.secrets)

    private = load_pem_private_key(base64.b64decode(made["VID_SIGNING_KEY"]), password=None)
    public = load_pem_public_key(base64.b64decode(made["VID_PUBLIC_KEY"]))

    public.verify(private.sign(b"a token"), b"a token")


def test_one_that_gives_none_has_no_such_keys(made):
    assert not [name for name in made if name.startswith("VID_")]


def test_only_a_stage_with_a_database_server_of_its_own_has_passwords_for_it(root, made, folder):
    tiny = load_stage("tiny")
    brings = tiny.model_copy(update={"database_server": "postgresql"})

    grown = ensure_secrets(brings, folder.secrets)

    assert of_database_server(made) == {}
    assert of_database_server(grown).keys() == {"POSTGRES_PASSWORD", "DATABASE_PASSWORD_TINY"}


def test_credentials_are_read_by_name_of_the_stage(made):
    found = read_credentials("tiny")

    expected = ("admin", made["STAFF_PASSWORD"], "game-server", made["CALLER_SECRET_GAME_SERVER"])
    assert (found.staff_name, found.staff_password, found.caller_name, found.caller_secret) == expected


def test_a_stage_that_never_ran_has_no_credentials_yet(root):
    with pytest.raises(StageError, match=r"secrets\.env: no STAFF_NAME in it yet; start the stage once, with inv up"):
        read_credentials("tiny")


def test_a_repr_tells_no_secret():
    shown = repr(Credentials("admin", "hush-1", "game-server", "hush-2"))

    assert "hush" not in shown

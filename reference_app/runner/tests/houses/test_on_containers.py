"""The house of a stage on containers, with no engine at all: what one does is tried beside clever.runner.containers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from clever.runner.containers.keeping.server import Server
from clever.runner.errors import StageError
from clever.runner.houses import Database, Keeping, find_house, on_containers
from clever.runner.processes import MARK
from clever.runner.progress import silent

pytestmark = pytest.mark.usefixtures("both_ways")


@pytest.fixture
def tree(monkeypatch) -> dict[str, dict]:
    """The compose file. Its PostgreSQL is at hand without being there."""
    tree: dict[str, dict] = {"services": {"tiny": {"volumes": ["uploads:/media"]}}, "volumes": {"uploads": None}}

    @contextmanager
    def at_hand(compose, secrets, given, tell) -> Iterator[Server]:
        yield Server("docker", "postgres", 4321, secrets)

    monkeypatch.setattr(on_containers.Compose, "of", lambda stage, folder: SimpleNamespace(tree=tree))
    monkeypatch.setattr(on_containers, "at_hand", at_hand)
    return tree


@pytest.fixture
def house(root, tree):
    house = find_house("shipped", root, {"DATABASE_URL": "postgresql://me@elsewhere/tiny"})
    house.folder.make()
    return house


@pytest.fixture
def volume(monkeypatch) -> dict[str, str]:
    """The files in the volume `uploads`."""
    files = {"monday.png": "a picture"}

    def take_out(compose, name: str, folder: Path) -> None:
        for file, text in files.items():
            (folder / file).write_text(text)

    def put_in(compose, name: str, folder: Path) -> None:
        files.clear()
        files.update({file.name: file.read_text() for file in folder.iterdir()})

    monkeypatch.setattr(on_containers, "take_out", take_out)
    monkeypatch.setattr(on_containers, "put_in", put_in)
    return files


def test_a_stage_that_knows_both_ways_has_two_houses(root):
    assert find_house("larger", root, {}).stage.compose is None
    assert isinstance(find_house("larger", root, {}, on="containers"), on_containers.OnContainers)


def test_commands_get_the_databases_that_are_at_hand_and_not_those_that_a_shell_names(house, root, volume):
    assert house.urls()["tiny"].endswith("@127.0.0.1:0/tiny"), "nobody knows its port yet"

    with house.as_it_was(silent) as keeping:
        found = house.environments(keeping, mark=house.folder)["tiny"]

    assert found["DATABASE_URL"] == keeping.urls["tiny"]
    assert ":4321/" in found["DATABASE_URL"]
    assert found[MARK] == str(house.folder.path)
    assert keeping.databases["tiny"].within == ("docker", "exec", "--interactive", "--env", "PGPASSWORD", "postgres")


def test_files_are_put_in_once_the_block_has_ended_well(house, volume):
    def interrupted() -> None:
        with house.as_it_will_be(silent) as keeping:
            (keeping.media["tiny"] / "tuesday.png").write_text("another")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert volume == {"monday.png": "a picture"}

    with house.as_it_will_be(silent) as keeping:
        (keeping.media["tiny"] / "tuesday.png").write_text("another")
        assert len(volume) == 1
    assert volume == {"monday.png": "a picture", "tuesday.png": "another"}


def test_files_that_no_volume_would_keep_are_an_error_and_not_lost_in_silence(house, tree):
    tree["services"]["tiny"] = {}
    with house.as_it_will_be(silent):
        pass

    with (
        pytest.raises(StageError, match=r"shipped: tiny has uploaded files, and no volume for them in compose.yaml"),
        house.as_it_will_be(silent) as keeping,
    ):
        (keeping.media["tiny"] / "monday.png").write_text("a picture")


def test_no_password_is_in_what_a_log_could_hold():
    keeping = Keeping({"tiny": Database("postgresql://tiny:hush@127.0.0.1/tiny")}, {})

    assert "hush" not in f"{keeping} {Server('docker', 'postgres', 1, {'DATABASE_PASSWORD_TINY': 'hush'})}"

"""What had been recorded, as git knows it."""

from collections.abc import Callable

import pytest

from clever.contracts.compatibility.errors import ContractsError
from clever.contracts.compatibility.places import Places
from clever.contracts.compatibility.released import write
from clever.contracts.compatibility.revisions import Revision

from .descriptions import kettle

FOLDER = "contracts/released"


def commit(git: Callable[..., str]) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "Record")


def test_a_revision_has_what_was_recorded_then(places: Places, git: Callable[..., str]) -> None:
    write(places.released, {"kettle": kettle()})
    (places.released / ".DS_Store").write_bytes(b"\xff\xfe")
    commit(git)
    write(places.released, {"kettle": kettle(deprecated=True), "pot": kettle()})

    assert Revision.called("main", places.home).released(FOLDER).descriptions == {"kettle": kettle()}


def test_a_project_may_lie_anywhere_in_its_repository(places: Places, git: Callable[..., str]) -> None:
    inner = Places(places.home / "reference_app")
    write(inner.released, {"kettle": kettle()})
    commit(git)

    assert list(Revision.called("main", inner.home).released(FOLDER).descriptions) == ["kettle"]
    assert Revision.called("main", places.home).released(FOLDER).files == {}


def test_a_revision_without_the_folder_has_recorded_nothing(places: Places, git: Callable[..., str]) -> None:
    assert Revision.called("HEAD", places.home).released(FOLDER).files == {}


def test_a_revision_is_a_release_where_it_bears_a_tag(places: Places, git: Callable[..., str]) -> None:
    git("tag", "v1")
    git("commit", "--quiet", "--allow-empty", "--message", "Go on")

    assert Revision.called("v1", places.home).is_release
    assert Revision.called("main~1", places.home).is_release
    assert not Revision.called("main", places.home).is_release


@pytest.mark.parametrize("name", ["v2", "--all", "HEAD:contracts"])
def test_a_name_that_git_does_not_know_is_told(places: Places, git: Callable[..., str], name: str) -> None:
    with pytest.raises(ContractsError, match="git knows no revision"):
        Revision.called(name, places.home)


def test_outside_of_a_repository_git_knows_no_revision(places: Places) -> None:
    with pytest.raises(ContractsError, match="git knows no revision 'main' here; fetch it"):
        Revision.called("main", places.home)


def test_a_machine_without_git_is_told(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ContractsError, match="git cannot be run"):
        Revision.called("main", places.home)

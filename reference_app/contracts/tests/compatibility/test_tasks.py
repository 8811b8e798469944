"""`inv contracts`: what a person sees of it."""

from collections.abc import Callable

import pytest
from invoke import Context, Exit

from clever.contracts.compatibility import today
from clever.contracts.compatibility.places import Places
from clever.contracts.compatibility.tasks import contracts

from .descriptions import kettle


@pytest.fixture
def project(places: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The project that the task is run in. Its one service is called kettle."""
    monkeypatch.setenv("STAGES_ROOT", str(places.home))
    monkeypatch.setattr(today, "describe", {places.services: {"kettle": kettle()}}.__getitem__)
    return places


def test_it_says_what_is_new_and_what_to_do_until_it_is_content(
    project: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    contracts.body(Context())
    contracts.body(Context(), write=True)
    monkeypatch.setattr(today, "describe", {project.services: {"kettle": kettle(), "cup": kettle()}}.__getitem__)
    with pytest.raises(Exit) as ended:
        contracts.body(Context())
    contracts.body(Context(), write=True)
    contracts.body(Context())

    first, *said = capsys.readouterr().out.splitlines()
    assert first.endswith("inv contracts --write")
    assert ended.value.code == 1
    assert ended.value.message.endswith("run inv contracts --write")
    news = [f"new       {name}: the service is new" for name in ("kettle", "cup")]
    assert said == [news[0], "recorded  kettle", news[1], news[1], "recorded  cup", "no change"]


def test_what_cannot_be_read_is_one_line(project: Places, git: Callable[..., str]) -> None:
    with pytest.raises(Exit, match="git knows no revision 'v9' here"):
        contracts.body(Context(), against="v9")

"""A release as the lab watches it. That it turns nobody away is the runner's own test, and the lesson's."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import lab
from clever.runner import StageError
from clever.runner.containers.releasing import Released
from clever.runner.progress import Step
from lab.containers import releasing

STAGE = lab.Stage("containers", "http://127.0.0.1:1", {})
Play = Callable[..., None]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Let the runner tell these steps in a release, and then end in this."""

    def end_in(steps: list[Step], end: Released | StageError) -> None:
        def bring(*arguments: Any, progress: Callable[[Step], None], **options: Any) -> Iterator[Released]:
            for step in steps:
                progress(step)
            if isinstance(end, StageError):
                raise end
            yield end

        monkeypatch.setattr("clever.runner.containers.releasing.release", bring)

    monkeypatch.setattr(releasing, "compose_of", lambda stage: None)
    return end_in


def test_a_release_is_its_steps_each_with_its_time(play: Play):
    steps = [Step("built", "notice", 1, 2), Step("built", "notice", 2, 2), Step("migrate", "notice")]
    play(steps, Released("notice", "clever/notice:2", 1.0))

    done = lab.containers.release(STAGE, "2", services=["notice"])

    assert done
    assert [(step.what, step.service) for step in done.steps] == [("built", "notice"), ("migrate", "notice")]
    assert done.seconds == sum(step.seconds for step in done.steps) >= 0
    assert "notice is `clever/notice:2` now" in done.text()


def test_a_version_that_turns_out_bad_is_a_result_and_says_why(play: Play):
    play([Step("try the image", "notice")], StageError("the new notice does not start: no such module"))

    done = lab.containers.release(STAGE, "2")

    assert not done
    assert done.images == {}
    assert "Not released: the new notice does not start: no such module" in done.text()
    assert "no such module" in done.html()


def test_a_wish_that_is_wrong_is_an_error_before_anything_begins(play: Play):
    play([], StageError("containers has no service 'notcie'"))

    with pytest.raises(lab.LabError, match="no service 'notcie'"):
        lab.containers.release(STAGE, "2", services=["notcie"])


def test_a_stage_of_processes_has_no_images_to_release():
    with pytest.raises(lab.LabError, match="split does not run in containers"):
        lab.containers.release(lab.Stage("split", "http://127.0.0.1:1", {}), "2")

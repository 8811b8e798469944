import math

import pytest

import lab
from lab.containers import limiting
from lab.containers.engine import said


def test_a_stage_of_processes_has_no_containers_to_limit():
    stage = lab.Stage("split", "http://127.0.0.1:1", {})

    with (
        pytest.raises(lab.LabError, match="split does not run in containers"),
        lab.containers.limits(stage, {"vid": 1}),
    ):
        pass


@pytest.mark.live
@pytest.mark.engine("docker")
def test_each_has_its_limit_for_the_block_and_what_it_had_before_afterwards(
    cafe: lab.containers.Image, monkeypatch: pytest.MonkeyPatch
):
    stage = lab.Stage("cafe", "", {})
    with lab.containers.run(cafe.tag, options=["--cpus=0.5"]) as one, lab.containers.run(cafe.tag) as other:
        monkeypatch.setattr(limiting, "running_of", lambda stage: {"one": one.id, "other": other.id})
        all_there_is = float(said("info", "--format", "{{.NCPU}}"))

        with lab.containers.limits(stage, {"one": math.inf, "other": 0.25}):
            assert [_limit(each) for each in (one, other)] == [all_there_is, 0.25]
        assert [_limit(each) for each in (one, other)] == [0.5, all_there_is]
        with lab.containers.limits(stage, 0.75):
            assert [_limit(each) for each in (one, other)] == [0.75, 0.75]

        with pytest.raises(lab.LabError, match="no container of 'till': there are one, other"):
            limiting.limits(stage, {"till": 1}).__enter__()


def _limit(container: lab.containers.Container) -> float:
    """In processors."""
    return container.inspect()["HostConfig"]["NanoCpus"] / 10**9

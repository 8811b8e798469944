import os

import pytest

import lab
from lab.containers import confining
from lab.containers.engine import said


@pytest.mark.live
@pytest.mark.engine("docker")
def test_containers_share_the_processors_that_they_are_given(
    cafe: lab.containers.Image, monkeypatch: pytest.MonkeyPatch
):
    there = int(said("info", "--format", "{{.NCPU}}"))
    with lab.containers.run(cafe.tag) as one, lab.containers.run(cafe.tag) as other:
        monkeypatch.setattr(confining, "running_of", lambda stage: {"one": one.id, "other": other.id})

        with lab.containers.confine(lab.Stage("cafe", "", {}), processors=1) as processors:
            assert processors == 1
            assert {each.run("nproc") for each in (one, other)} == {"1"}

        assert one.run("nproc") == str(min(there, os.cpu_count() or there))


def test_less_than_one_processor_is_refused():
    with (
        pytest.raises(lab.LabError, match="nothing runs on 0 processors"),
        lab.containers.confine(lab.Stage("cafe", "", {}), processors=0),
    ):
        pass

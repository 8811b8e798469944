import pytest

import lab


def test_a_stage_of_processes_has_no_containers_to_limit():
    stage = lab.Stage("split", "http://127.0.0.1:1", {})

    with (
        pytest.raises(lab.LabError, match="split does not run in containers"),
        lab.containers.limits(stage, {"vid": 1}),
    ):
        pass

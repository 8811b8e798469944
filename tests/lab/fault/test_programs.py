import pytest

import lab
from lab.fault.programs import find, members


@pytest.mark.live
def test_a_program_is_its_whole_group_and_knows_where_it_answers(monolith):
    web = find(monolith, "web")

    assert len(members(web.group)) >= 2  # the master, and a worker
    assert web.url == f"{monolith.url}/readyz"
    assert web.now().pid == web.group


@pytest.mark.live
def test_a_program_that_nobody_asks_has_no_address(monolith):
    assert find(monolith, "pending").url == ""


@pytest.mark.live
def test_an_unknown_program_is_answered_with_the_known_ones(monolith):
    with pytest.raises(lab.LabError, match="monolith has no program 'gunicorn': it has web, pending"):
        find(monolith, "gunicorn")


def test_a_stage_that_is_down_cannot_fail(tmp_path, monkeypatch):
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))

    with pytest.raises(lab.LabError, match=r'monolith is not up, .*start it with lab.up\("monolith"\)'):
        find(lab.Stage("monolith", "http://127.0.0.1:1", {}), "web")


def test_an_unknown_stage_is_named():
    with pytest.raises(lab.LabError, match="unknown stage 'nowhere'"):
        find(lab.Stage("nowhere", "http://127.0.0.1:1", {}), "web")

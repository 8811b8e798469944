"""A compose file and what only a cluster has to know, as one stack file."""

from pathlib import Path

import pytest
import yaml

from clever.runner.containers.stack import closure, size, stack, stack_of
from clever.runner.containers.together import text
from clever.runner.errors import StageError
from clever.runner.stagefile import load_stage

COMPOSE = {
    "services": {
        "db": {
            "image": "db:1",
            "restart": "unless-stopped",
            "tmpfs": ["/tmp"],
            "shm_size": "128mb",
            "security_opt": ["no-new-privileges:true"],
            "volumes": ["data:/data"],
            "deploy": {"resources": {"limits": {"memory": "1G"}}},
        },
        "prepare": {"image": "web:1", "restart": "no", "depends_on": {"db": {"condition": "service_healthy"}}},
        "web": {"image": "web:1", "depends_on": ["prepare"], "secrets": [{"source": "web", "target": "env"}]},
        "front": {"image": "front:1", "volumes": ["${FOLDER}:/etc:ro"]},
    },
    "volumes": {"data": None, "unused": None},
    "secrets": {"web": {"file": "web.env"}, "unused": {"file": "unused.env"}},
}
SWARM = {
    "services": {
        "db": {"deploy": {"replicas": 1}},
        "web": {"deploy": {"replicas": 2}},
        "front": {"volumes": [], "configs": [{"source": "front.conf", "target": "/etc/front.conf"}]},
    },
    "networks": {"default": {"driver": "overlay"}},
    "configs": {"front.conf": {"file": "${FOLDER}/front.conf"}},
}


def made(*wanted: str) -> dict:
    return stack(COMPOSE, SWARM, only=closure(COMPOSE["services"], wanted))


def test_a_part_comes_with_what_has_to_be_there_before_it_and_with_what_it_uses():
    found = made("web")

    assert [*found["services"]] == ["db", "prepare", "web"]
    assert found["volumes"] == {"data": None}
    assert found["secrets"] == {"web": {"file": "web.env"}}
    assert "configs" not in found


def test_what_swarm_does_not_take_is_left_out_or_said_in_its_own_way():
    database = made("db")["services"]["db"]

    assert database == {
        "image": "db:1",
        "deploy": {"resources": {"limits": {"memory": "1G"}}, "replicas": 1},
        "volumes": [
            "data:/data",
            {"type": "tmpfs", "target": "/tmp"},
            {"type": "tmpfs", "target": "/dev/shm", "tmpfs": {"size": 128 * 1024 * 1024}},
        ],
    }


def test_a_folder_of_one_machine_makes_room_for_configs_that_go_along():
    found = made("front")

    assert found["services"]["front"]["volumes"] == []
    assert found["configs"] == {"front.conf": {"file": "${FOLDER}/front.conf"}}


def test_it_says_the_version_that_older_ones_ask_for():
    assert made()["version"] == "3.9"


def test_neither_file_is_changed_by_it():
    before = yaml.dump([COMPOSE, SWARM])

    made()

    assert yaml.dump([COMPOSE, SWARM]) == before


def test_a_service_that_is_not_there_is_said_by_name():
    with pytest.raises(StageError, match="no service 'wbe'; there are: db, prepare, web, front"):
        made("wbe")


def test_a_stage_of_processes_is_no_stack(root: Path):
    with pytest.raises(StageError, match=r"tiny has no swarm\.yaml"):
        stack_of(load_stage("tiny", root))


@pytest.mark.parametrize(("written", "bytes"), [("128mb", 2**27), ("384M", 384 * 2**20), ("1g", 2**30), ("12", 12)])
def test_sizes_are_what_compose_means_by_them(written: str, bytes: int):
    assert size(written) == bytes


def test_the_text_holds_no_anchor_since_each_service_is_read_by_itself():
    assert "&id" not in text(made())
    assert yaml.safe_load(text(made())) == made()

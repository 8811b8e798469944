"""The permitter of a running stage takes in a service of another project, by its own command."""

import pytest

from clever.runner.errors import StageError
from clever.runner.registering import Registered, managing, register
from clever.runner.stagefile import load_stage

SAID = "market.permitter.settings None register_service"  # the permitter's own settings, and no stray variable


@pytest.mark.usefixtures("runs")
def test_the_permitter_is_told_and_what_it_prints_is_the_secret():
    found = register("market", "orders", callers=["stall", "game-server GET /x"], permits=["stall *"])

    assert found.secret == f"{SAID} --caller=stall --caller=game-server GET /x --permit=stall * -- orders"


@pytest.mark.usefixtures("runs")
def test_where_the_permitter_is_now_is_told_and_not_where_it_usually_is():
    assert register("market", "orders").permitter == "http://127.0.0.1:40002/api/permitter"


def test_what_the_other_project_sets_bears_the_services_name():
    found = Registered("order-desk", "http://here/api/permitter", "hush")

    assert found.variables == {
        "ORDER_DESK_PERMITTER_URL": "http://here/api/permitter",
        "ORDER_DESK_CALLER_SECRET": "hush",
    }
    assert "hush" not in repr(found)


@pytest.mark.usefixtures("runs")
@pytest.mark.parametrize(
    ("service", "said"),
    [
        ("stall", "market has a service stall of its own; the one that joins needs another name"),
        ("taken", "permitter: register_service: there is a caller taken already"),
    ],
)
def test_a_name_that_is_taken_is_refused(service, said):
    with pytest.raises(StageError) as refused:
        register("market", service)

    assert str(refused.value) == said


def test_in_a_container_it_is_the_same_command_and_a_refusal_reads_the_same(market, monkeypatch):
    class InContainers:
        """compose, which fails as it does where a command in a container has."""

        @classmethod
        def of(cls, stage, folder):
            return cls()

        def run(self, *words):
            if words[-1] == "taken":
                raise StageError("docker-compose --project-name market: CommandError: register_service: it is taken")
            return " ".join(words)

    monkeypatch.setattr(managing, "Compose", InContainers)
    stage = load_stage("market").model_copy(update={"compose": "compose.yaml"})

    said = managing.manage(stage, market, "permitter", "register_service", "orders")
    assert said == "exec -T permitter python manage.py register_service orders"
    with pytest.raises(StageError, match=r"^permitter: register_service: it is taken$"):
        managing.manage(stage, market, "permitter", "register_service", "taken")


@pytest.mark.usefixtures("market")
def test_a_stage_that_does_not_run_takes_nobody_in():
    with pytest.raises(StageError, match=r"^market does not run, .*; start it: inv up market$"):
        register("market", "orders")


def test_nor_does_one_without_a_permitter(root):
    with pytest.raises(StageError, match=r"^tiny has no permitter: a service joins a stage of several projects"):
        register("tiny", "orders")

"""Both stages stand on PostgreSQL servers of their own, and neither runs."""

import pytest

from clever.runner.addresses import of_a_start, of_the_last_start
from clever.runner.envfile import read_env, write_env
from clever.runner.moves import move
from clever.runner.processes import of_stage
from clever.runner.secrets import ensure_secrets, of_database_server
from clever.runner.stagefile import load_stage

pytest.importorskip("psycopg")
pytestmark = [pytest.mark.live, pytest.mark.engine("postgresql")]

# Whoever copies has to get in everywhere.
MANAGE = """
import json, sys
import psycopg

if sys.argv[1] == "copy_rows":
    for side in json.load(sys.stdin).values():
        for url in side["databases"].values():
            psycopg.connect(url).close()
    print(json.dumps({"tables": {}, "files": 0, "lost": []}))
"""


@pytest.fixture(autouse=True)
def on_postgresql(root, old):
    for name in ("tiny", "parts"):
        sources = root / "stages" / name
        (sources / "manage.py").write_text(MANAGE)
        (sources / "stage.toml").write_text('database_server = "postgresql"\n' + (sources / "stage.toml").read_text())
    tiny = load_stage("tiny", root)
    ensure_secrets(tiny, old.secrets)
    write_env(old.environment("tiny"), {"DATABASE_URL": of_a_start(tiny, old, {})["tiny"]})


def test_both_are_up_for_the_move_and_down_afterwards(old, new):
    move("tiny", "parts")

    assert of_stage(old.path) + of_stage(new.path) == []
    assert (old.postgresql / "data").exists()
    assert (new.postgresql / "data").exists()


def test_each_server_keeps_its_passwords(root, old, new):
    move("tiny", "parts")

    passwords = of_database_server(read_env(new.secrets))
    assert passwords.keys() == {
        "POSTGRES_PASSWORD",
        *(f"DATABASE_PASSWORD_{name}" for name in ("OFFICE", "HALL", "CELLAR")),
    }
    assert not {*passwords.values()} & {*of_database_server(read_env(old.secrets)).values()}


def test_the_source_is_found_though_its_server_has_another_port_by_now(root, old):
    tiny = load_stage("tiny", root)
    was = of_the_last_start(tiny, old)["tiny"]

    move("tiny", "parts")

    assert of_the_last_start(tiny, old)["tiny"] != was
    assert of_the_last_start(tiny, old) == of_a_start(tiny, old, {})

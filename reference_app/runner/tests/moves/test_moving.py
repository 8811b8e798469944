import os
import subprocess
import sys

import pytest

from clever.runner import StageError
from clever.runner.envfile import read_env, write_env
from clever.runner.moves import move
from clever.runner.processes import MARK
from clever.runner.progress import Step

from .conftest import MANAGE, PARTS

# The project of `tiny` has all apps, so it is the one that copies, wherever the move goes.
CHECK, COPY = "tiny.settings: copy_rows --check", "tiny.settings: copy_rows"


def test_tables_are_made_but_not_filled_then_somebody_looks_and_then_rows_are_copied(asked, steps):
    seen, tell = steps

    outcome = move("tiny", "parts", progress=tell)

    assert sorted(asked("parts")) == [f"{name}.settings: migrate --no-input" for name in ("cellar", "hall", "office")]
    assert asked("tiny") == [CHECK, COPY]
    assert outcome.tables["greeting"].rows == 2
    assert Step("copy greeting", done=1, total=2) in seen


def test_whose_rows_go_where_is_read_from_both_stage_files(plan, old, new):
    move("tiny", "parts")

    source, target = plan()["source"], plan()["target"]
    assert (source["homes"], source["users"]) == ({"greeting": "tiny"}, "tiny")
    assert (target["homes"], target["users"]) == ({"greeting": "hall", "wine": "cellar"}, "office")
    assert target["databases"] == {
        name: f"sqlite:///{new.databases / name}.sqlite3" for name in ("office", "hall", "cellar")
    }
    assert source["media"] == {"greeting": str(old.media("tiny"))}
    assert target["media"]["greeting"] == str(new.media("hall"))


def test_the_way_back_leaves_behind_what_the_old_stage_never_had(plan, new, asked):
    move("tiny", "parts")

    outcome = move("parts", "tiny")

    assert outcome.stays == ("wine",)
    assert (plan()["source"]["name"], plan()["target"]["name"]) == ("parts", "tiny")
    assert asked("tiny")[2:] == ["tiny.settings: migrate --no-input", CHECK, COPY]


def test_of_two_that_know_all_that_moves_the_smaller_one_copies(root, new, asked, plan):
    palace = root / "stages" / "palace"
    palace.mkdir()
    (palace / "stage.toml").write_text(
        PARTS.replace('"parts"', '"palace"').replace('apps = ["wine"]', 'apps = ["wine", "ghosts"]')
    )
    (palace / "manage.py").write_text(MANAGE)
    move("tiny", "parts")
    move("parts", "palace")

    move("palace", "parts")

    assert not [line for line in asked("palace") if "copy_rows" in line]


def test_a_target_that_does_not_run_on_that_is_refused(new):
    with pytest.raises(StageError, match="parts runs on processes alone; on containers there are: none"):
        move("tiny", "parts", on="containers")
    assert not new.path.exists()


def test_secrets_that_others_know_move_along_and_no_others(old, new):
    outcome = move("tiny", "parts")

    before, after = read_env(old.secrets), read_env(new.secrets)
    moved = {"STAFF_NAME", "STAFF_PASSWORD", "CALLER_SECRET_GAME_SERVER"}
    assert {name for name in after if after[name] == before.get(name)} == moved
    assert {"SECRET_KEY_HALL", "CALLER_SECRET_HALL"} <= after.keys()
    assert not {"SECRET_KEY_TINY", "CALLER_SECRET_TINY"} & after.keys()
    assert set(outcome.secrets) == moved - {"STAFF_NAME"}  # both are called admin
    assert move("tiny", "parts").secrets == ()


def test_where_somebody_has_lived_no_secret_is_touched_and_nothing_copied(new, fail, asked):
    with pytest.raises(StageError):
        move("tiny", "tiny")
    fail("--check", "parts has rows of its own already")

    with pytest.raises(StageError, match=r"^parts has rows of its own already$"):
        move("tiny", "parts")

    secrets = read_env(new.secrets)
    assert "CALLER_SECRET_GAME_SERVER" in secrets
    assert COPY not in asked("tiny")

    with pytest.raises(StageError):
        move("tiny", "parts")
    assert read_env(new.secrets) == secrets


def test_what_goes_wrong_meanwhile_is_told_in_the_words_of_who_copies(fail):
    fail("copy_rows", "greeting: parts:hall refuses a row: value too long")

    with pytest.raises(StageError, match=r"^greeting: parts:hall refuses a row: value too long$"):
        move("tiny", "parts")


def test_a_copy_that_was_killed_says_that_it_may_be_made_again(fail):
    fail("copy_rows", "killed")

    with pytest.raises(StageError, match=r"the move was killed \(signal 9\); make it again, it goes on where it was"):
        move("tiny", "parts")


@pytest.mark.parametrize("running", ["tiny", "parts"])
def test_neither_may_run(running, old, new, asked):
    folder = {"tiny": old, "parts": new}[running]
    wait = [sys.executable, "-c", "import signal; signal.pause()"]
    with subprocess.Popen(wait, env={**os.environ, MARK: str(folder.path)}) as process:
        try:
            with pytest.raises(StageError, match=f"^{running} is running; stop it first: inv down {running}$"):
                move("tiny", "parts")
        finally:
            process.kill()
    assert asked("parts") == []


def test_a_stage_that_was_never_started_has_nothing_to_move(new):
    with pytest.raises(StageError, match=r"^parts was never started here, .* see: inv up parts$"):
        move("parts", "tiny")


@pytest.mark.parametrize(("source", "target"), [("tiny", "parst"), ("tinny", "parts")])
def test_an_unknown_stage_is_named_and_the_one_that_is_meant(source, target):
    with pytest.raises(StageError, match=r"unknown stage .* did you mean (parts|tiny)"):
        move(source, target)


def test_it_moves_nowhere_from_itself():
    with pytest.raises(StageError, match="tiny is where it is; name another stage to move to"):
        move("tiny", "tiny")


POSTGRESQL = "postgresql://me:hush@127.0.0.1:1"


def test_each_side_is_told_its_own_addresses(plan, new):
    move("tiny", "parts", given={"DATABASE_URL": f"{POSTGRESQL}/tiny", "HALL_DATABASE_URL": f"{POSTGRESQL}/hall"})

    assert plan()["source"]["databases"] == {"tiny": f"{POSTGRESQL}/tiny"}
    assert plan()["target"]["databases"] == {
        "office": f"sqlite:///{new.databases / 'office.sqlite3'}",
        "hall": f"{POSTGRESQL}/hall",
        "cellar": f"sqlite:///{new.databases / 'cellar.sqlite3'}",
    }


def test_the_source_is_where_its_last_start_had_it(plan, old):
    write_env(old.environment("tiny"), {"DATABASE_URL": f"{POSTGRESQL}/last"})

    move("tiny", "parts")

    assert plan()["source"]["databases"] == {"tiny": f"{POSTGRESQL}/last"}


def test_a_file_beside_the_stage_is_found_from_everywhere(plan, root):
    move("tiny", "parts", given={"DATABASE_URL": "sqlite:///beside it.sqlite3?timeout=3"})

    beside = str(root / "stages" / "tiny" / "beside%20it.sqlite3")
    assert plan()["source"]["databases"] == {"tiny": f"sqlite:///{beside}?timeout=3"}


def test_two_databases_at_one_address_are_refused(asked):
    both = {"DATABASE_URL": f"{POSTGRESQL}/one", "HALL_DATABASE_URL": f"{POSTGRESQL}/one"}

    with pytest.raises(StageError, match="hall would share its database with another one; give it an address"):
        move("tiny", "parts", given=both)
    assert asked("parts") == []


def test_passwords_are_on_no_command_line_and_no_file_of_the_plan_stays(new, asked):
    move("tiny", "parts", given={"DATABASE_URL": f"{POSTGRESQL}/tiny"})

    assert "hush" not in "".join(asked("tiny") + asked("parts"))
    holding = [file for file in new.path.rglob("*") if file.is_file() and "hush" in file.read_text()]
    assert holding == []

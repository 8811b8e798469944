import stat
import tarfile

import pytest

from clever import runner
from clever.runner import StageError
from clever.runner.backups import backup, restore
from clever.runner.envfile import read_env, write_env

pytestmark = pytest.mark.usefixtures("started_once")


@pytest.fixture
def monday(root):
    """A backup of how it began."""
    backup("tiny", root / "monday.tar.gz")
    return root / "monday.tar.gz"


def test_on_a_new_machine_all_is_as_it_was(monday, folder, words, database):
    runner.down("tiny", forget_data=True)
    assert not folder.path.exists()

    content = restore("tiny", monday)

    assert content.files == 1
    assert words() == ["monday"]
    assert (folder.media("tiny") / "banners" / "monday.png").read_bytes() == b"a picture"
    assert folder.secrets.read_text() == "SECRET_KEY_TINY=of-monday\n"
    assert [stat.S_IMODE(file.stat().st_mode) for file in (folder.secrets, database)] == [0o600, 0o600]


def test_what_is_there_stays_unless_it_may_go(monday, folder, say, words):
    say("tuesday")
    (folder.media("tiny") / "tuesday.png").write_bytes(b"another")

    with pytest.raises(
        StageError, match=r"tiny has data already \(database tiny, uploaded files of tiny\); --replace lets"
    ):
        restore("tiny", monday)
    assert words() == ["monday", "tuesday"]

    restore("tiny", monday, replace=True)
    assert words() == ["monday"]
    assert [file.name for file in folder.media("tiny").rglob("*.png")] == ["monday.png"]


def test_the_old_databases_log_is_not_taken_for_the_new_ones(monday, database, words):
    log = database.with_name("tiny.sqlite3-wal")
    log.write_bytes(b"of another database")

    restore("tiny", monday, replace=True)

    assert words() == ["monday"]
    assert not log.exists() or b"of another database" not in log.read_bytes()


def test_the_passwords_of_the_stages_own_database_server_stay_as_that_one_knows_them(root, folder):
    write_env(folder.secrets, {"SECRET_KEY_TINY": "of-monday", "POSTGRES_PASSWORD": "of-another-machine"})
    backup("tiny", root / "elsewhere.tar.gz")
    write_env(folder.secrets, {"SECRET_KEY_TINY": "of-tuesday", "POSTGRES_PASSWORD": "of-this-machine"})

    restore("tiny", root / "elsewhere.tar.gz", replace=True)

    assert read_env(folder.secrets) == {"SECRET_KEY_TINY": "of-monday", "POSTGRES_PASSWORD": "of-this-machine"}


def test_a_backup_of_another_stage_is_refused(monday, another_stage):
    with pytest.raises(StageError, match=r"monday.tar.gz: a backup of tiny, not of other"):
        restore("other", monday)


def test_a_backup_does_not_go_to_another_kind_of_database(monday, words):
    given = {"DATABASE_URL": "postgresql://somebody@127.0.0.1:1/tiny"}

    with pytest.raises(StageError, match="tiny was on sqlite, and would go to postgresql"):
        restore("tiny", monday, replace=True, given=given)

    assert words() == ["monday"]


@pytest.mark.parametrize("content", [b"", b"no archive at all"])
def test_a_file_that_is_no_backup_is_refused(root, content, words):
    (root / "letter.tar.gz").write_bytes(content)

    with pytest.raises(StageError, match=r"letter.tar.gz: this is no backup of a stage"):
        restore("tiny", root / "letter.tar.gz", replace=True)

    assert words() == ["monday"]


def test_half_a_backup_changes_nothing(root, monday, say, words):
    say("tuesday")
    whole = monday.read_bytes()
    (root / "half.tar.gz").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(StageError, match=r"half.tar.gz: this is no backup of a stage, or no whole one"):
        restore("tiny", root / "half.tar.gz", replace=True)

    assert words() == ["monday", "tuesday"]


def test_a_damaged_database_is_found_out_before_it_takes_the_place(root, monday, say, words):
    say("tuesday")
    with tarfile.open(monday) as archive:
        archive.extractall(root / "out", filter="data")
    (root / "out" / "databases" / "tiny.sqlite3").write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    with tarfile.open(root / "damaged.tar.gz", "w:gz") as archive:
        for name in ("content.json", "secrets.env", "databases", "media"):
            archive.add(root / "out" / name, name)

    with pytest.raises(StageError, match=r"in the backup is damaged"):
        restore("tiny", root / "damaged.tar.gz", replace=True)

    assert words() == ["monday", "tuesday"]


def test_a_file_that_is_not_there_is_named(root):
    with pytest.raises(StageError, match=r"missing.tar.gz: No such file or directory"):
        restore("tiny", root / "missing.tar.gz")


@pytest.mark.live
@pytest.mark.usefixtures("stopped_afterwards")
def test_a_stage_that_runs_is_not_restored(monday):
    runner.up("tiny")

    with pytest.raises(StageError, match="tiny is running; stop it first: inv down tiny"):
        restore("tiny", monday, replace=True)

"""What a stage in containers keeps is saved and put back, whether it ran or not."""

import pytest

from clever.runner.backups import backup, restore
from clever.runner.containers.compose import Compose
from clever.runner.errors import StageError
from clever.runner.houses.resting import must_rest
from clever.runner.progress import silent

psycopg = pytest.importorskip("psycopg")
pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]


@pytest.fixture
def monday(house):
    """A word in the database, and an uploaded file."""
    keep(house, "monday")


def keep(house, word: str) -> None:
    with house.as_it_will_be(silent) as keeping:
        with psycopg.connect(keeping.urls["tiny"]) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS said (number serial, word text)")
            connection.execute("INSERT INTO said (word) VALUES (%s)", [word])
        (keeping.media["tiny"] / "banners").mkdir(exist_ok=True)
        (keeping.media["tiny"] / "banners" / f"{word}.png").write_text(f"a picture of {word}")


def kept(house) -> tuple[list[str], dict[str, str]]:
    with house.as_it_was(silent) as keeping, psycopg.connect(keeping.urls["tiny"]) as connection:
        words = [word for (word,) in connection.execute("SELECT word FROM said ORDER BY number")]
        media = keeping.media["tiny"]
        return words, {
            file.relative_to(media).as_posix(): file.read_text() for file in media.rglob("*") if file.is_file()
        }


def test_a_backup_takes_the_place_of_what_is_there_and_no_sooner(house, root, monday):
    content = backup("shipped", root / "monday.tar.gz")
    keep(house, "tuesday")
    with pytest.raises(StageError, match=r"has data already \(database tiny, uploaded files of tiny\); --replace lets"):
        restore("shipped", root / "monday.tar.gz")

    restore("shipped", root / "monday.tar.gz", replace=True)

    assert (content.on, content.databases, content.files) == ("containers", {"tiny": "postgresql"}, 1)
    assert kept(house) == (["monday"], {"banners/monday.png": "a picture of monday"})


@pytest.mark.full
def test_while_it_runs_it_is_saved_where_it_runs_and_not_put_back(house, root, monday):
    compose = Compose.of(house.stage, house.folder)
    compose.run("up", "--detach", "postgres", "tiny")

    owner = compose.run(
        "exec", "-T", "tiny", "stat", "-c", "%u:%g %a", "/var/lib/clever/media", "/var/lib/clever/media/banners"
    )
    assert {line.split()[0] for line in owner.splitlines()} == {"10001:10001"}, "whose files they are"
    assert backup("shipped", root / "running.tar.gz").files == 1
    assert len(compose.containers()) == 2
    with pytest.raises(StageError, match="shipped is running; stop it first: inv down shipped"):
        restore("shipped", root / "running.tar.gz", replace=True)

    compose.run("stop", "postgres")
    with pytest.raises(StageError, match="shipped runs without its PostgreSQL; see: inv down shipped"):
        backup("shipped", root / "another.tar.gz")
    compose.run("down")
    must_rest(house.stage, house.folder)
    restore("shipped", root / "running.tar.gz", replace=True)
    assert kept(house)[0] == ["monday"]

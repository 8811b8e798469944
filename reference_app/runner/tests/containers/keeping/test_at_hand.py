"""The PostgreSQL of a stage in containers that does not run, for as long as somebody needs it."""

import pytest

from clever import runner
from clever.runner.containers.compose import Compose
from clever.runner.containers.keeping.server import at_hand
from clever.runner.errors import StageError
from clever.runner.houses.resting import must_rest
from clever.runner.progress import silent
from clever.runner.secrets import ensure_secrets
from clever.runner.ways import runs_on

psycopg = pytest.importorskip("psycopg")
pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]


def hold(house, **given: str):
    compose = Compose.of(house.stage, house.folder)
    return at_hand(compose, ensure_secrets(house.stage, house.folder.secrets), given, silent)


def there_are(house) -> list[str]:
    compose = Compose.of(house.stage, house.folder)
    return compose.engine.run("ps", "--all", "--quiet", "--filter", f"name={compose.name}").split()


@pytest.mark.full  # each day a project that grows has its rows by way of it
def test_within_the_block_it_answers_on_loopback_and_afterwards_its_rows_are_there_and_it_is_not(house):
    with hold(house) as server:
        assert server.url("tiny").startswith("postgresql://tiny:")
        with psycopg.connect(server.url("tiny")) as connection:
            connection.execute("CREATE TABLE said AS SELECT 'monday' AS word")
        assert runs_on(house.stage, house.folder) == "", "nobody takes it for the stage"
    assert there_are(house) == []

    with hold(house) as server, psycopg.connect(server.url("tiny")) as connection:
        assert connection.execute("SELECT word FROM said").fetchone() == ("monday",)


@pytest.mark.full
def test_it_is_gone_after_whatever_went_wrong(house):
    with pytest.raises(KeyboardInterrupt), hold(house):
        raise KeyboardInterrupt

    assert there_are(house) == []


@pytest.mark.parametrize(
    "look",
    [
        lambda house: must_rest(house.stage, house.folder),
        pytest.param(lambda house: runner.down(house.stage.name), marks=pytest.mark.full),
    ],
    ids=["a move", "inv down"],
)
def test_what_a_killed_one_left_is_ended_by_whoever_looks_next(house, look):
    held = hold(house)  # and never let go
    held.__enter__()
    assert there_are(house)

    look(house)

    assert there_are(house) == []


@pytest.mark.full
def test_one_that_does_not_start_says_why_and_leaves_nothing(house):
    sources = house.stage.folder / "compose.yaml"
    sources.write_text(sources.read_text().replace("fsync=off", "fsync=perhaps"))

    said = r'PostgreSQL does not start: .*"fsync" requires a Boolean value.*; its log: '
    with pytest.raises(StageError, match=said), hold(house):
        pass

    assert there_are(house) == []


@pytest.mark.full
def test_settings_are_those_of_the_last_start_unless_somebody_says_otherwise(house):
    (house.stage.folder / ".env.example").write_text("# POSTGRES_IMAGE=\n")
    with (
        pytest.raises(StageError, match="nobody/postgres:0 is not here"),
        hold(house, POSTGRES_IMAGE="nobody/postgres:0"),
    ):
        pass

    with pytest.raises(StageError, match="nobody/postgres:0 is not here"), hold(house):
        pass
    with hold(house, POSTGRES_IMAGE="postgres:17") as server:
        assert server.port

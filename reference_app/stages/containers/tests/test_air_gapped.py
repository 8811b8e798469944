"""That PostgreSQL's image, where we made it ourselves, starts as the official one does."""

from pathlib import Path

import pytest

from clever.runner.containers.engine import Engine, find_engine
from clever.runner.containers.images.found import find

from .trials import Trial, trial

IMAGE = "postgres:17"
AS_IN_COMPOSE = ("--user", "postgres", "--tmpfs", "/var/run/postgresql", "--volume", "/var/lib/postgresql/data")

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]


@pytest.fixture(scope="module")
def engine() -> Engine:
    engine = find_engine()
    image = find(engine, IMAGE)
    if image is None or not image.sources:
        pytest.skip(f"{IMAGE} is not one that we made")
    return engine


def answers(container: Trial, query: str) -> str:
    """What the database says over the network, that is by password; nothing while it does not answer."""
    command = f"psql -h 127.0.0.1 -U keeper -d game -Atc '{query}' 2>&1 || true"
    return container.within("sh", "-c", f"PGPASSWORD=sesame {command}").strip()


def test_the_first_start_makes_the_database_and_a_later_one_finds_it(engine, tmp_path: Path):
    (tmp_path / "password").write_text("sesame")
    (tmp_path / "1.sql").write_text("CREATE TABLE visit (n int)")
    (tmp_path / "2.sh").write_text('psql -U "$POSTGRES_USER" -d "$POSTGRES_DB" -c "INSERT INTO visit VALUES (7)"')
    tmp_path.chmod(0o755)
    given = {"POSTGRES_USER": "keeper", "POSTGRES_DB": "game", "POSTGRES_PASSWORD_FILE": "/given/password"}
    options = [word for name, value in given.items() for word in ("--env", f"{name}={value}")]
    options += ["--volume", f"{tmp_path}:/given:ro", "--volume", f"{tmp_path}:/docker-entrypoint-initdb.d:ro"]

    with trial(engine, IMAGE, *AS_IN_COMPOSE, *options) as container:
        container.until(lambda: answers(container, "SELECT sum(n) FROM visit") == "7")
        engine.run("stop", container.id)
        assert container.state["ExitCode"] == 0

        engine.run("start", container.id)
        container.until(lambda: answers(container, "SELECT sum(n) FROM visit") == "7")
        assert answers(container, "SELECT current_user") == "keeper"


def test_without_a_password_it_does_not_start_and_says_which_variable_it_wants(engine):
    with trial(engine, IMAGE, *AS_IN_COMPOSE) as container:
        container.until(lambda: not container.state["Running"])

        assert container.state["ExitCode"] == 1
        assert "POSTGRES_PASSWORD_FILE" in container.logs


def test_a_container_that_begins_as_root_goes_on_as_postgres(engine):
    needed = ("CHOWN", "FOWNER", "DAC_OVERRIDE", "SETUID", "SETGID")
    rights = [word for name in needed for word in ("--cap-add", name)]
    options = (*rights, *AS_IN_COMPOSE[2:], "--env", "POSTGRES_PASSWORD=sesame")

    with trial(engine, IMAGE, *options) as container:
        container.until(lambda: "ready to accept connections" in container.logs)
        assert "999" in container.within("sh", "-c", "grep ^Uid: /proc/1/status")

from collections.abc import Iterator

import pytest

import lab
from lab.containers.databases import IMAGE, Database, _wait_ready

SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'lab-report'"


def test_a_stage_of_processes_has_no_database_here():
    stage = lab.Stage("split", "http://127.0.0.1:1", {})

    with pytest.raises(lab.LabError, match="split does not run in containers"):
        lab.containers.database(stage, "notice")


@pytest.fixture(scope="module")
def books() -> Iterator[Database]:
    lab.containers.need(IMAGE)
    with lab.containers.run(IMAGE, environment={"POSTGRES_PASSWORD": "a café's"}) as server:
        _wait_ready(server)
        yield Database("postgres", server.id)


@pytest.mark.live
@pytest.mark.engine("docker")
class TestOnAServer:
    def test_it_answers_a_row_a_line(self, books: Database):
        assert books.ask("SELECT * FROM generate_series(1, 3)") == "1\n2\n3"

    def test_it_is_kept_busy_for_the_block_and_no_longer(self, books: Database):
        with books.busy("SELECT count(*) FROM generate_series(1, 100000)", sessions=3):
            assert books.ask(f"{SESSIONS} AND state = 'active'") == "3"

        assert books.ask(SESSIONS) == "0"

    def test_a_question_that_it_does_not_understand_is_told_at_once(self, books: Database):
        with pytest.raises(lab.LabError, match=r'relation "guests" does not exist'), books.busy("SELECT * FROM guests"):
            pytest.fail("it was taken")

from collections.abc import Iterator

import pytest

from clever.runner import StageError
from clever.runner.backups import postgresql
from clever.runner.backups.postgresql import dump, holds_tables, load
from clever.runner.engines.postgresql import PostgreSQL, private_postgresql
from clever.runner.houses import Database

pytestmark = [pytest.mark.live, pytest.mark.engine("postgresql")]

SAID = "SELECT string_agg(word, ' ' ORDER BY id) FROM said"


@pytest.fixture(scope="module")
def server() -> Iterator[PostgreSQL]:
    with private_postgresql() as running:
        yield running


@pytest.fixture
def monday(server, request):
    """The URL of a database, and its name."""
    name = f"of_{abs(hash(request.node.name))}"
    url = server.create(name)
    server.ask("CREATE TABLE said (id serial PRIMARY KEY, word text)", name)
    server.ask("INSERT INTO said (word) VALUES ('monday')", name)
    return url, name


def test_a_dump_takes_the_place_of_all_that_is_there_as_often_as_one_likes(server, monday, tmp_path):
    url, name = monday
    dump(Database(url), tmp_path / "monday.sql")
    server.ask("INSERT INTO said (word) VALUES ('tuesday')", name)
    server.ask("CREATE TABLE of_a_later_release (id serial)", name)

    for _ in range(2):
        load(tmp_path / "monday.sql", Database(url))

        assert server.ask(SAID, name) == "monday"
        assert server.ask("SELECT to_regclass('of_a_later_release') IS NULL", name) == "t"
        dump(Database(url), tmp_path / "monday.sql")
    server.ask("INSERT INTO said (word) VALUES ('and on it goes')", name)
    assert server.ask("SELECT max(id) FROM said", name) == "2", "the next number came along"


def test_a_load_that_fails_half_way_changes_nothing(server, monday, tmp_path):
    url, name = monday
    dump(Database(url), tmp_path / "monday.sql")
    with (tmp_path / "monday.sql").open("a") as file:
        file.write("SELECT * FROM nowhere;\n")
    server.ask("INSERT INTO said (word) VALUES ('tuesday')", name)

    with pytest.raises(StageError, match=r'psql failed: .*relation "nowhere" does not exist'):
        load(tmp_path / "monday.sql", Database(url))

    assert server.ask(SAID, name) == "monday tuesday"


def test_a_stream_that_is_cut_off_changes_nothing(server, monday, tmp_path, monkeypatch):
    url, name = monday
    dump(Database(url), tmp_path / "monday.sql")
    server.ask("INSERT INTO said (word) VALUES ('tuesday')", name)
    monkeypatch.setattr(postgresql, "WHOLE", b"")

    with pytest.raises(StageError, match=r"psql failed: ERROR:  what was put back ended too early"):
        load(tmp_path / "monday.sql", Database(url))

    assert server.ask(SAID, name) == "monday tuesday"


def test_beside_the_server_in_its_container_it_has_another_address(monday, tmp_path):
    url, _ = monday
    said = tmp_path / "said"
    beside = tmp_path / "beside"
    beside.write_text(f'#!/bin/sh\necho "$@" > {said}; echo "$PGPASSWORD" >> {said}; echo 1\n')
    beside.chmod(0o755)

    assert holds_tables(Database(url, (str(beside), "exec", "postgres")))

    command, password = said.read_text().splitlines()
    user, name = url.split("/")[2].split(":")[0], url.rpartition("/")[2]
    assert command.startswith(f"exec postgres psql --dbname=postgresql://{user}@127.0.0.1:5432/{name} ")
    assert password in url
    assert password not in command


def test_an_empty_database_is_told_from_one_with_tables(server, monday):
    assert holds_tables(Database(monday[0]))
    assert not holds_tables(Database(server.create("empty")))


def test_a_wrong_password_is_one_line_without_it(server, monday):
    url = monday[0].replace(server.password, "p%40ssword")

    with pytest.raises(StageError, match="authentication failed") as refused:
        holds_tables(Database(url))

    assert "ssword" not in str(refused.value).replace("password authentication", "")

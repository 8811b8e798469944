import sqlite3
from contextlib import closing

import psycopg
import pytest

import lab
from lab.data import checksums
from lab.data.checksums import SEQUENCES, sqlite_file


def filled(file, *drinks):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE sale (drink TEXT)")
        connection.execute('CREATE TABLE "odd ""name" (id INTEGER)')
        connection.executemany("INSERT INTO sale VALUES (?)", [(drink,) for drink in drinks])
    return str(file)


def test_the_order_of_rows_makes_no_difference(tmp_path):
    one = checksums(filled(tmp_path / "one", "latte", "mocha", "mocha"))
    other = checksums(filled(tmp_path / "other", "mocha", "latte", "mocha"))

    assert one == other
    assert one.rows == 3
    assert one.differing(other) == []


@pytest.mark.parametrize("drinks", [("latte",), ("latte", "mocha", "mocha"), ("latte", "Mocha"), ()])
def test_each_other_row_does(tmp_path, drinks):
    one = checksums(filled(tmp_path / "one", "latte", "mocha"))
    other = checksums(filled(tmp_path / "other", *drinks))

    assert one != other
    assert one.differing(other) == ["sale"]


def test_a_number_and_its_text_are_not_the_same(tmp_path):
    one, other = checksums(filled(tmp_path / "one", None)), checksums(filled(tmp_path / "other", "None"))

    assert one != other


def test_a_missing_table_is_named(tmp_path):
    file = filled(tmp_path / "one", "latte")
    before = checksums(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute('DROP TABLE "odd ""name"')

    assert before.differing(checksums(file)) == ['odd "name']


def test_a_database_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(lab.LabError, match="this database cannot be read: unable to open"):
        checksums(str(tmp_path / "missing.sqlite3"))

    assert not list(tmp_path.iterdir())


def test_the_table_shows_what_holds_rows(tmp_path):
    found = checksums(filled(tmp_path / "one", "latte"))

    assert [row[:2] for row in found.table().rows] == [["sale", 1]]
    assert "Rows: 1. Tables: 2, of which 1 empty" in found.html()


def test_an_sqlite_url_is_a_file(tmp_path):
    assert str(sqlite_file("sqlite:////tmp/a%20b.sqlite3")) == "/tmp/a b.sqlite3"
    assert str(sqlite_file("sqlite:///a.sqlite3")) == "a.sqlite3"
    assert str(sqlite_file("/tmp/a.sqlite3")) == "/tmp/a.sqlite3"


@pytest.mark.live
@pytest.mark.engine("postgresql")
def test_a_dump_that_is_restored_is_equal_with_its_next_numbers(server, url, tmp_path):
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE sale (id serial, drink text, made timestamptz DEFAULT now())")
        connection.execute("INSERT INTO sale (drink) VALUES ('latte'), (NULL)")
    before = checksums(url)
    copy = server.create("copy_of_it")
    with psycopg.connect(copy) as connection:
        connection.execute("CREATE TABLE sale (id serial, drink text, made timestamptz)")
        for row in psycopg.connect(url).execute("SELECT * FROM sale").fetchall():
            connection.execute("INSERT INTO sale VALUES (%s, %s, %s)", row)

    assert checksums(copy).differing(before) == [SEQUENCES], "the rows are there, but number 1 would be given again"

    with psycopg.connect(copy) as connection:
        connection.execute("SELECT setval('sale_id_seq', 2)")
    assert checksums(copy) == before

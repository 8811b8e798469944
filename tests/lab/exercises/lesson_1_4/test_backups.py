import sqlite3
from contextlib import closing

from lab.checks.checking import judge
from lab.checks.registry import find


def test_vacuum_into_is_a_backup_once_yesterdays_is_out_of_its_way():
    def backup(source, target):
        target.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", [str(target)])

    assert judge(find("1.4.3"), backup).passed

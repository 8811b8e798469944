"""A command gets a PostgreSQL server of its own, and its exit status counts."""

import subprocess
import sys

import psycopg
import pytest

pytestmark = [pytest.mark.live, pytest.mark.engine("postgresql")]

ASK = """
import os, psycopg, sys
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(os.environ["DATABASE_URL"], connection.execute("SELECT 20 + 3").fetchone()[0])
sys.exit(3)
"""


def test_the_command_has_a_server_which_is_gone_afterwards() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "workbook.on_postgresql", sys.executable, "-c", ASK], capture_output=True, text=True
    )

    url, answer = ran.stdout.split()
    assert (answer, ran.returncode) == ("23", 3)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)

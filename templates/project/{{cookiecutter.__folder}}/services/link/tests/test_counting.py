"""No click is lost, when many processes count at once."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link

WORKERS = 8
CLICKS = 50  # of each worker

# Waits for a line, so that all begin together, and then follows the link again and again.
WORKER = """
import sys
import django
django.setup()
from django.test import Client
client = Client(SERVER_NAME="localhost")
print("ready", flush=True)
sys.stdin.readline()
answers = [client.get("/l/busy").status_code for _ in range(int(sys.argv[1]))]
sys.exit(0 if set(answers) == {302} else f"answers: {answers}")
"""

MAKE = """
import django
django.setup()
from django.core.management import call_command
from {{ cookiecutter.namespace }}.service.link.models import Link
call_command("migrate", "link", verbosity=0)
Link.objects.create(slug="busy", target="/board/")
"""

READ = """
import django
django.setup()
from django.db.models import Sum
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link
print(Link.objects.get().clicks, ClickDay.objects.aggregate(all=Sum("clicks"))["all"])
"""


def environment(database_url: str) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


def run(code: str, database_url: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=environment(database_url), check=True, capture_output=True, text=True, timeout=60
    ).stdout


def follow_at_once(database_url: str) -> None:
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(CLICKS)],
            env=environment(database_url),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(WORKERS)
    ]
    try:
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.flush()
        for worker in workers:
            _, complaint = worker.communicate(timeout=120)
            assert worker.returncode == 0, complaint
    finally:
        for worker in workers:
            worker.kill()


@pytest.mark.live
def test_400_clicks_of_8_processes_are_400_clicks_on_sqlite(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path / 'links.sqlite3'}"
    run(MAKE, database_url)

    follow_at_once(database_url)

    assert run(READ, database_url).split() == [str(WORKERS * CLICKS)] * 2


@pytest.mark.live
@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
def test_400_clicks_of_8_processes_are_400_clicks_on_postgresql() -> None:
    link = Link.objects.create(slug="busy", target="/board/")
    where = connection.settings_dict
    account = f"{quote(where['USER'])}:{quote(where['PASSWORD'])}"

    follow_at_once(f"postgresql://{account}@{quote(where['HOST'], safe='')}:{where['PORT']}/{where['NAME']}")

    link.refresh_from_db()
    assert link.clicks == WORKERS * CLICKS
    assert ClickDay.objects.get().clicks == WORKERS * CLICKS

"""Both projects running, each as a process of its own, as they would in a company."""

import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lab.running import managing
from lab.running.commands import process
from lab.running.ports import HOST, free_port
from lab.running.processes import Process


@dataclass(frozen=True)
class Both:
    """The service with Django's admin on it, and the office. In both, Mina may do all, and Ben may look."""

    coupons: Process
    office: Process
    password: str = field(repr=False)  # Mina's and Ben's


@contextmanager
def serve(folder: Path) -> Iterator[Both]:
    """Run the service and the office of a copy, until the block ends. Raises LabError where one does not come up."""
    password, api_secret = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
    digest = hashlib.sha256(password.encode()).hexdigest()
    ports = {"coupons": free_port(), "office": free_port()}
    told = {
        "coupons": {"STAFF_PASSWORD": password, "API_SECRET": api_secret},
        "office": {
            "STAFF": json.dumps({"mina": ["editor", digest], "ben": ["viewer", digest]}),
            "COUPONS_URL": f"http://{HOST}:{ports['coupons']}/api",
            "API_SECRET": api_secret,
        },
    }
    manage(folder, "prepare", STAFF_PASSWORD=password)
    with ExitStack() as running:
        started = {name: running.enter_context(_run(folder, name, ports[name], told[name])) for name in ports}
        yield Both(started["coupons"], started["office"], password)


def manage(folder: Path, *words: str, **environment: str) -> str:
    """`python manage.py ...` of the service; what it says. Raises LabError with its last line where it fails."""
    return managing.manage(folder, *words, environment={**_settings("coupons"), **environment})


def _run(folder: Path, project: str, port: int, told: dict[str, str]) -> Process:
    return process(
        ["python", "manage.py", "runserver", "--noreload", f"{HOST}:{port}"],
        ready_url=f"http://{HOST}:{port}/nothing",
        folder=folder,
        environment={**_settings(project), **told},
    )


def _settings(project: str) -> dict[str, str]:
    return {"DJANGO_SETTINGS_MODULE": f"{project}.settings"}

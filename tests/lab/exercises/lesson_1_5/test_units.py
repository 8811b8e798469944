import textwrap

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

GUNICORN = "/srv/cafe/current/.venv/bin/gunicorn"


REST = "User=cafe\nRestart=on-failure\nEnvironmentFile=/etc/cafe/environment\n"


def unit(service: str) -> str:
    return f"[Unit]\nDescription=Cafe Enough\n\n[Service]\n{service}\n[Install]\nWantedBy=multi-user.target\n"


@pytest.mark.parametrize(
    "service",
    [
        f"ExecStart={GUNICORN} app:application --workers 2\n{REST}",
        f"ExecStart={GUNICORN} \\\n    --workers 2 \\\n    app:application\n{REST}",
        textwrap.indent(f"ExecStart = {GUNICORN} app:application\n{REST}", "    "),
        f"# not SECRET_KEY, which everybody could read\nExecStart={GUNICORN} app:application\n{REST}",
    ],
)
def test_a_unit_may_be_written_as_systemd_reads_it(service):
    assert judge(find("1.5.4"), unit(service)).passed


@pytest.mark.parametrize(
    "service",
    [
        f"ExecStart: {GUNICORN} app:application\n{REST.replace('=', ': ')}",
        f"ExecStart={GUNICORN} app:application\n{REST}Environment=SECRET_KEY=x\nEnvironment=DEBUG=0\n",
    ],
)
def test_a_unit_that_systemd_does_not_read_or_that_tells_a_secret_is_wrong(service):
    assert not judge(find("1.5.4"), unit(service)).passed

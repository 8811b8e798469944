"""A service of one project that promises something for later needs a process that keeps it: one for all of them."""

import configparser

import pytest

from clever.runner.stagefile import load_stage
from clever.scaffolding.layout import Layout

from .conftest import joined

UNIT = "stages/monolith/systemd/monolith-worker.service"


@pytest.fixture
def with_two(layout: Layout) -> Layout:
    """Two services ask another for something."""
    joined(layout, "tea", "monolith", "player")
    joined(layout, "cake", "monolith", "coupon")
    return layout


def test_supervisord_and_systemd_start_one_worker(with_two: Layout) -> None:
    supervisord = configparser.RawConfigParser(strict=True)  # which takes no section twice
    supervisord.read_string((with_two.home / "stages/monolith/supervisord.conf").read_text())

    assert supervisord["program:worker"]["command"] == '"%(ENV_PYTHON)s" manage.py work'
    assert supervisord["program:worker"]["stdout_logfile"] == "logs/worker.log"
    unit = (with_two.home / UNIT).read_text()
    assert "ExecStart=/srv/monolith/current/.venv/bin/python manage.py work\n" in unit
    assert load_stage("monolith", with_two.root).projects["monolith"].processes["worker"] == "work"


def test_it_is_kept_on_a_machine_as_its_neighbours_are(with_two: Layout) -> None:
    worker, pending = (
        [line for line in (with_two.home / file).read_text().splitlines() if "ExecStart" not in line][4:]
        for file in (UNIT, "stages/monolith/systemd/monolith-pending.service")
    )

    assert worker == pending


def test_the_settings_know_promises_and_keep_them_in_the_thread_that_made_them(with_two: Layout) -> None:
    settings = (with_two.home / "stages/monolith/monolith/settings.py").read_text()

    assert [settings.count(each) for each in ('"django_tasks_db",', '"clever.kit.outbox",', "\nTASKS = ")] == [1, 1, 1]
    assert settings.count('\nCALLING = "naive"') == 1


def test_one_that_asks_nobody_needs_none(layout: Layout) -> None:
    joined(layout, "tea", "monolith", "vid")

    assert "worker" not in load_stage("monolith", layout.root).projects["monolith"].processes
    assert not (layout.home / UNIT).exists()

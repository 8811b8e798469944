import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

KIOSK = {"worker_class": "gthread", "workers": 2, "threads": 8, "timeout": 30, "keepalive": 75}


@pytest.mark.parametrize(
    "other",
    [
        {"worker_class": "gunicorn.workers.gthread.ThreadWorker"},
        {"workers": 1, "threads": 12},
        {"bind": "unix:/run/kiosk.sock"},
        {"bind": ["[::1]:8000", "127.0.0.2:8000"]},
    ],
)
def test_settings_that_do_as_well_are_right(other):
    assert judge(find("1.3.2"), KIOSK | other).passed


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"worker_class": "gevent"}, "has not tried"),
        ({"bind": ":8000"}, "all of them"),
        ({"bind": "kiosk:eight"}, "cannot listen there"),
    ],
)
def test_what_is_wrong_with_settings_is_said(other, said):
    verdict = judge(find("1.3.2"), KIOSK | other)

    assert not verdict.passed
    assert said in verdict.line

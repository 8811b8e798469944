import re

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


def test_who_asks_is_not_found_by_counting_the_trusted():
    def client_address(peer, forwarded, trusted):
        if peer not in trusted:
            return peer
        way = [*(one.strip() for one in (forwarded or "").split(",") if one.strip()), peer]
        return way[max(0, len(way) - 1 - len(trusted))]

    assert "by way of one of the two" in judge(find("1.3.3"), client_address).line


def test_who_asks_may_be_found_by_leaving_out_the_trusted():
    def client_address(peer, forwarded, trusted):
        way = [*(one.strip() for one in (forwarded or "").split(",") if one.strip()), peer]
        strangers = [one for one in way if one not in trusted]
        return strangers[-1] if strangers else way[0]

    assert judge(find("1.3.3"), client_address).passed


@pytest.mark.parametrize(
    ("pattern", "passed"),
    [
        (r"^/static/.+\.[0-9a-f]{12}\.[^/.]+$", True),
        (r"^/static/.+\.[0-9a-f]{12}\..+", False),  # a folder's name will do
        (r"^/static/.+\.\w{12}\.\w+$", False),  # any twelve letters will do
        (r"/static/.+\.[0-9a-f]{12}\.\w+$", False),  # anything may stand before
    ],
)
def test_a_pattern_has_to_mean_the_whole_path(pattern, passed):
    def cache_control(path):
        return "public, max-age=31536000, immutable" if re.search(pattern, path) else "no-cache"

    assert judge(find("1.3.4"), cache_control).passed is passed

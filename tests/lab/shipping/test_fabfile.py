import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lab.running import Process
from lab.shipping.fabfile import spare

Fab = Callable[..., subprocess.CompletedProcess[str]]
live_test = [pytest.mark.live, pytest.mark.engine("sshd"), pytest.mark.engine("rsync")]


def test_the_newest_releases_stay_and_ten_is_newer_than_nine():
    assert spare([8, 9, 10, 11], now=11, keep=2) == [8, 9]


def test_the_live_release_stays_even_if_it_is_old():
    assert spare([1, 2, 3, 4], now=1, keep=2) == [2]


def test_keeping_none_keeps_the_live_one():
    assert spare([1, 2], now=2, keep=0) == [1]


class TestShipping:
    pytestmark = live_test

    def test_a_release_goes_live_and_the_one_before_waits(self, shop: Path, fab: Fab, live: Process):
        done = fab("deploy")

        assert "release 2 is live, release 1 waits behind it" in done.stdout, done.stderr
        assert live.get("/").text == "2"
        assert fab("releases").stdout.split() == ["1", "2", "(live)"]

    def test_a_release_that_is_not_well_is_taken_back_and_leaves_nothing(self, shop: Path, fab: Fab, live: Process):
        (shop / "cafe" / "well").unlink()

        done = fab("deploy")

        assert done.returncode != 0
        assert "release 2 is not well: release 1 is live again" in done.stdout + done.stderr
        assert live.get("/").text == "1"
        assert fab("releases").stdout.split() == ["1", "(live)"]

    @pytest.mark.full
    def test_a_release_that_cannot_be_imported_never_goes_live(self, shop: Path, fab: Fab, live: Process):
        (shop / "cafe" / "app.py").write_text("import a_module_that_nobody_installed\n", encoding="utf-8")

        done = fab("deploy")

        assert done.returncode != 0
        assert "No module named 'a_module_that_nobody_installed'" in done.stdout + done.stderr
        assert live.get("/").text == "1"
        assert fab("releases").stdout.split() == ["1", "(live)"]

    @pytest.mark.full  # lesson 1.5 does it in every walk
    def test_a_rollback_leads_to_the_release_before(self, fab: Fab, live: Process):
        fab("deploy")

        done = fab("rollback")

        assert "release 1 is live again" in done.stdout, done.stderr
        assert live.get("/").text == "1"

    @pytest.mark.full
    def test_where_there_is_nothing_to_go_back_to_one_line_says_so(self, fab: Fab, live: Process):
        done = fab("rollback")

        assert done.returncode != 0
        assert "there is no release to go back to" in done.stdout + done.stderr

    @pytest.mark.full  # which are spared is tested above
    def test_only_the_newest_releases_are_kept(self, fab: Fab, live: Process):
        for _ in range(4):
            fab("deploy")

        assert fab("releases").stdout.split() == ["3", "4", "5", "(live)"]

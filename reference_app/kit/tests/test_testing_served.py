from pathlib import Path

import pytest

from clever.kit.testing.served import Served

pytest.importorskip("gunicorn")
pytestmark = pytest.mark.live


def test_a_project_is_served_until_it_is_told_to_stop(tmp_path: Path) -> None:
    served = Served("tests", tmp_path, variables={})

    assert served.http.get("/healthz").status_code == 200
    served.stop()
    assert served.lines() == []


def test_a_project_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="configuration: DATABASE_URL is malformed"):
        Served("tests", tmp_path, "--preload", variables={"DATABASE_URL": "nonsense"})

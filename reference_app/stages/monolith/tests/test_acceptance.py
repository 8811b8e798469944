"""The monolith behaves: the acceptance suite against it, as it runs for real, on both databases."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clever.runner.engines.postgresql import find_binaries, private_postgresql

# Where the suite is called from: the runner finds the stages from here upwards.
HERE = Path(__file__).parent
MINUTES = 30
LAST_LINES = 60


@pytest.fixture
def environment(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """An environment in which the stage stands on the database that the test names."""
    plain = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    if request.param == "sqlite":
        yield plain
        return
    with private_postgresql() as server:
        yield plain | {"DATABASE_URL": server.create("acceptance")}


@pytest.mark.live
@pytest.mark.parametrize(
    "environment",
    [
        "sqlite",
        pytest.param(
            "postgresql",
            marks=[
                pytest.mark.engine("postgresql"),
                pytest.mark.skipif(find_binaries() is None and "CI" not in os.environ, reason="no PostgreSQL here"),
            ],
        ),
    ],
    indirect=True,
)
def test_the_monolith_behaves_as_every_stage_must(environment: dict[str, str]) -> None:
    suite = ["-p", "clever.acceptance.plugin", "--pyargs", "clever.acceptance", "--stage", "monolith"]

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *suite],
        cwd=HERE,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=MINUTES * 60,
        check=False,
    )

    assert ran.returncode == 0, "\n".join(ran.stdout.splitlines()[-LAST_LINES:])

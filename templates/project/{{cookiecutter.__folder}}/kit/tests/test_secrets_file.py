import os
from collections.abc import Callable
from pathlib import Path

import pytest

from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment

Configured = Callable[..., None]


@pytest.fixture
def mounted(tmp_path: Path, configured: Configured) -> Callable[[str], Path]:
    """`mounted(text)`: a file of secrets with that text, which SECRETS_FILE names."""

    def put(text: str) -> Path:
        file = tmp_path / "settings.env"
        file.write_text(text, encoding="utf-8")
        configured(SECRETS_FILE=str(file), SECRET_KEY=None, DATABASE_URL=None)
        return file

    return put


def test_a_secret_is_read_from_the_file(mounted: Callable[[str], Path]) -> None:
    mounted('# made by inv up\n\nSECRET_KEY=$x = "y" #z\nPERMITS_SEED={"callers": {}}\n')

    env = Environment()

    assert env.str("SECRET_KEY") == '$x = "y" #z'
    assert env.json("PERMITS_SEED") == {"callers": {}}


def test_what_is_no_secret_still_comes_from_the_environment(
    mounted: Callable[[str], Path], configured: Configured
) -> None:
    mounted("SECRET_KEY=x\n")
    configured(LOG_LEVEL="DEBUG")

    assert Environment().str("LOG_LEVEL") == "DEBUG"


def test_a_secret_does_not_reach_programs_that_are_started(mounted: Callable[[str], Path]) -> None:
    mounted("SECRET_KEY=x\n")
    Environment()

    assert "SECRET_KEY" not in os.environ


def test_a_file_that_is_not_there_stops_the_start(configured: Configured, tmp_path: Path) -> None:
    configured(SECRETS_FILE=str(tmp_path / "gone.env"))

    with pytest.raises(ConfigurationError, match=r"SECRETS_FILE: .*gone\.env cannot be read \(.*No such file"):
        Environment()


def test_a_line_that_is_none_is_named_by_its_number_and_not_shown(mounted: Callable[[str], Path]) -> None:
    mounted("SECRET_KEY=x\nhunter2\n")

    with pytest.raises(ConfigurationError, match=r"line 2 of .* is not of the form NAME=value") as stopped:
        Environment()
    assert "hunter2" not in str(stopped.value)


@pytest.mark.parametrize("text", ["SECRET_KEY=x\nSECRET_KEY=y\n", "SECRET_KEY=x\nLOG_LEVEL=DEBUG\n"])
def test_what_is_set_twice_is_refused_since_nobody_knows_which_is_meant(
    mounted: Callable[[str], Path], configured: Configured, text: str
) -> None:
    mounted(text)
    configured(LOG_LEVEL="INFO")

    with pytest.raises(ConfigurationError, match=r"(SECRET_KEY|LOG_LEVEL) is set twice"):
        Environment()

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment

env = Environment()
Configured = Callable[..., None]


def test_a_missing_variable_stops_the_start_with_one_line_that_names_it(
    configured: Configured, capsys: pytest.CaptureFixture[str]
) -> None:
    configured(SECRET_KEY=None)

    with pytest.raises(ConfigurationError) as stopped:
        env.str("SECRET_KEY")

    assert stopped.value.code == 3
    assert capsys.readouterr().err == "configuration: SECRET_KEY is missing; set it in the environment\n"


def test_an_empty_variable_that_must_be_given_is_missing(configured: Configured) -> None:
    configured(SECRET_KEY="")

    with pytest.raises(ConfigurationError, match="SECRET_KEY is missing"):
        env.str("SECRET_KEY")


def test_a_secret_that_begins_with_a_dollar_sign_is_that_secret(configured: Configured) -> None:
    configured(SECRET_KEY="$HOME-is-where-the-heart-is", HOME="elsewhere")

    assert env.str("SECRET_KEY") == "$HOME-is-where-the-heart-is"


@pytest.mark.parametrize(("given", "meant"), [("1", True), ("TRUE", True), ("on", True), ("0", False), ("No", False)])
def test_truth_is_written_in_several_ways(configured: Configured, given: str, meant: bool) -> None:
    configured(SECURE=given)

    assert env.bool("SECURE") is meant


@pytest.mark.parametrize("given", ["ture", "2", "", "on off"])
def test_what_is_neither_true_nor_false_is_refused_and_not_taken_for_false(configured: Configured, given: str) -> None:
    configured(SECURE=given)

    with pytest.raises(ConfigurationError, match="SECURE is malformed: use 1 or 0"):
        env.bool("SECURE", default=True)


@pytest.mark.parametrize(
    ("read", "given"),
    [
        (env.int, "many"),
        (env.float, "a bit"),
        (env.json, "{"),
        (env.dict, "a name without its value"),
        (env.cache, "carrier-pigeon://coop"),
        (env.cache, "redis://[::1"),
    ],
)
def test_a_malformed_variable_stops_the_start_with_one_line_that_names_it(
    configured: Configured, capsys: pytest.CaptureFixture[str], read: Callable[[str], Any], given: str
) -> None:
    configured(THE_VARIABLE=given)

    with pytest.raises(ConfigurationError):
        read("THE_VARIABLE")

    said = capsys.readouterr().err
    assert said.startswith("configuration: THE_VARIABLE is malformed: ")
    assert said.count("\n") == 1


def test_what_is_not_given_has_its_default(configured: Configured) -> None:
    configured(A=None, B=None, C=None, D=None)

    assert env.str("A", default="x") == "x"
    assert env.int("B", default=30) == 30
    assert env.list("C", default=[]) == []
    assert env.cache("D", default="locmemcache://")["BACKEND"].endswith("LocMemCache")


def test_lists_and_tables_are_read(configured: Configured) -> None:
    configured(ALLOWED_HOSTS="a.example,b.example", CALLERS="game=ab=,studio=cd")

    assert env.list("ALLOWED_HOSTS") == ["a.example", "b.example"]
    assert env.dict("CALLERS") == {"game": "ab=", "studio": "cd"}


@pytest.mark.live
def test_gunicorn_gives_up_on_a_start_that_can_never_succeed(tmp_path: Path) -> None:
    pytest.importorskip("gunicorn")
    (tmp_path / "never.py").write_text(
        'from {{ cookiecutter.namespace }}.kit.environment import Environment\n\nEnvironment().str("NEVER_GIVEN")\n', encoding="utf-8"
    )

    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--no-control-socket", "--bind", "127.0.0.1:0", "never:app"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert done.returncode == 3
    assert done.stderr.count("configuration: NEVER_GIVEN is missing; set it in the environment\n") == 1


def test_a_choice_is_one_of_those_that_there_are(configured: Configured) -> None:
    kinds = {"day": "light.css", "night": "dark.css"}

    configured(THEME=None)
    assert env.choice("THEME", kinds, default="day") == "light.css"
    configured(THEME="night")
    assert env.choice("THEME", kinds, default="day") == "dark.css"
    configured(THEME="dusk")
    with pytest.raises(ConfigurationError, match="THEME is malformed: 'dusk' is none of day, night"):
        env.choice("THEME", kinds, default="day")


@pytest.mark.parametrize(
    "url", ["local:", "http://player", "https://player:8443/api/player", "http://[::1]:8102/api/player"]
)
def test_a_seam_is_here_or_at_an_address(configured: Configured, url: str) -> None:
    configured(PLAYER_URL=url)

    assert env.seam("PLAYER_URL") == url


@pytest.mark.parametrize(
    "url",
    ["player", "local", "ftp://player", "http://", "http://:8102/api", "http://[::1", "http://player:eighty/api"]
    + [f"http://player:{port}/api" for port in ("99999", "0", "-1")],
)
def test_a_seam_that_leads_nowhere_stops_the_start(
    configured: Configured, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    configured(PLAYER_URL=url)

    with pytest.raises(ConfigurationError):
        env.seam("PLAYER_URL")

    said = "configuration: PLAYER_URL is malformed: use local: or http://HOST/api/SERVICE\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("url", ["local:", "collector:4318", "http://", "http://somebody:secret@:4318"])
def test_an_address_that_leads_nowhere_stops_the_start_and_is_not_repeated(configured: Configured, url: str) -> None:
    configured(COLLECTOR="http://collector:4318")
    assert env.address("COLLECTOR") == "http://collector:4318"
    configured(COLLECTOR=url)

    with pytest.raises(ConfigurationError) as stopped:
        env.address("COLLECTOR")

    assert str(stopped.value) == "configuration: COLLECTOR is malformed: use http://HOST:PORT"

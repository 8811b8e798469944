"""`inv trace` as a person runs it, in this very process: nothing of a stage has to run for it."""

import json
from contextlib import suppress

import pytest
from invoke import Collection, Program

from clever.runner.tracing.task import trace

from .conftest import asked


@pytest.fixture
def inv(root, capsys, monkeypatch):
    """Run `inv ...`, and return what it printed on stdout and on stderr."""

    def run(*arguments: str) -> tuple[str, str]:
        monkeypatch.setattr("sys.argv", ["inv", *arguments])
        with suppress(SystemExit):
            Program(namespace=Collection(trace), version="1").run()
        printed = capsys.readouterr()
        return printed.out, printed.err

    return run


@pytest.fixture
def logged(write):
    write("coupon.log", asked("coupon", 0, 50, caller="game-server"))
    write("player.log", asked("player", 10, 30, caller="coupon"))


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    "arguments",
    [["a-request"], ["a-request", "--stage", "tiny"], ["--stage", "tiny", "a-request"], ["--stage=tiny", "a-request"]],
)
def test_a_request_is_found_with_and_without_its_stage(inv, arguments):
    out, _ = inv("trace", *arguments)

    assert "└─ player GET /api/player/things" in out


@pytest.mark.usefixtures("logged")
def test_a_file_gets_it_as_json(inv, tmp_path):
    inv("trace", "a-request", "--json", str(tmp_path / "trace.json"))

    [found] = json.loads((tmp_path / "trace.json").read_text())
    assert found["hops"][0]["inner"][0]["service"] == "player"


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("arguments", [[], ["--stage", "tiny"]])
def test_without_an_id_the_newest_are_listed(inv, arguments):
    out, _ = inv("trace", *arguments)

    assert "coupon > player" in out


def test_where_none_passed_several_services_that_is_said(inv, write):
    write("coupon.log", asked("coupon", 0, 50))

    assert inv("trace") == ("no request has passed more than one service yet; name one: inv trace ID\n", "")


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody"], "no log of tiny knows the request 'nobody'"),
        (["a-request", "--stage", "nowhere"], "unknown stage 'nowhere'"),
        (["a-request", "--json", "no/such/folder.json"], "no/such/folder.json: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_line(inv, arguments, words):
    _, err = inv("trace", *arguments)

    assert words in err
    assert err.count("\n") == 1


def test_where_nothing_ever_ran_that_is_said_and_the_exit_status_tells(root, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["inv", "trace", "a-request"])

    with pytest.raises(SystemExit) as ended:
        Program(namespace=Collection(trace), version="1").run()

    assert ended.value.code == 1
    assert "no stage has run here yet" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["trace", "--help"], ["--help", "trace"]])
def test_help_is_there(inv, arguments):
    out, _ = inv(*arguments)

    assert "Print one request's way through the services" in out
    assert "--stage" in out

"""`inv register` as a person types it, in this very process."""

from contextlib import suppress

import pytest
from invoke import Collection, Program

from clever.runner.envfile import read_env
from clever.runner.registering.task import register


@pytest.fixture
def inv(runs, capsys, monkeypatch):
    """Run `inv ...`, and return what it printed on stdout and on stderr."""

    def run(*arguments: str) -> tuple[str, str]:
        monkeypatch.setattr("sys.argv", ["inv", *arguments])
        with suppress(SystemExit):
            Program(namespace=Collection(register), version="1").run()
        printed = capsys.readouterr()
        return printed.out, printed.err

    return run


def test_what_it_prints_is_a_file_of_variables_as_it_stands(inv, tmp_path):
    out, err = inv("register", "market", "orders", "--caller", "stall", "--caller", "x GET /y", "--permit", "stall *")

    (tmp_path / "orders.env").write_text(out)
    assert read_env(tmp_path / "orders.env") == {
        "ORDERS_PERMITTER_URL": "http://127.0.0.1:40002/api/permitter",
        "ORDERS_CALLER_SECRET": (
            "market.permitter.settings None register_service"
            " --caller=stall --caller=x GET /y --permit=stall * -- orders"
        ),
    }
    assert err == ""


def test_what_cannot_be_is_one_line_and_no_variable(inv):
    out, err = inv("register", "market", "taken")

    assert (out, err) == ("", "permitter: register_service: there is a caller taken already\n")

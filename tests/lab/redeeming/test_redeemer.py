"""Codes of one's own, redeemed for a player of one's own."""

import httpx2
import pytest

import lab


@pytest.mark.live
def test_each_code_gives_one_gem_however_often_it_is_sent(monolith: lab.Stage):
    with lab.redeemer(monolith, codes=3) as mina:
        first = mina.codes[0]

        assert [mina.redeem(first), mina.redeem(first)] == [200, 200]
        assert mina.owned() == 1
        assert [mina.redeem() for _ in range(2)] == [200, 200]
        assert mina.owned() == 3


@pytest.mark.live
def test_when_the_codes_are_used_up_it_says_so(monolith: lab.Stage):
    with lab.redeemer(monolith, codes=1) as mina:
        mina.redeem()

        with pytest.raises(lab.LabError, match="all 1 codes are redeemed"):
            mina.redeem()
        assert "0 of 1 codes are left to redeem at monolith" in mina.text()


def test_a_stage_that_does_not_answer_is_named():
    nowhere = lab.Stage("nowhere", "http://127.0.0.1:9", {})

    with pytest.raises(lab.LabError, match="nowhere"):
        lab.redeemer(nowhere)


def test_a_start_that_fails_leaves_no_client_open(monkeypatch: pytest.MonkeyPatch):
    made: list[httpx2.Client] = []

    class Client(httpx2.Client):
        def __init__(self, **options):
            super().__init__(**options)
            made.append(self)

    monkeypatch.setattr(httpx2, "Client", Client)

    with pytest.raises(lab.LabError):
        lab.redeemer(lab.Stage("nowhere", "http://127.0.0.1:9", {}), caller=("mina", "a secret"))

    assert [client.is_closed for client in made] == [True]


def test_a_server_by_itself_has_to_be_told_whom_to_ask_as_whom():
    with (
        lab.serve(lambda environ, start_response: [], server="wsgiref", port=None) as server,
        pytest.raises(lab.LabError, match="knows no player and no caller"),
    ):
        lab.redeemer(server)

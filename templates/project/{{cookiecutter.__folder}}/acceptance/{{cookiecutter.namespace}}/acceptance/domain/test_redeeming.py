"""A code is worth its items once, to one player, however hard everyone tries."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Device, Service
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem
from {{ cookiecutter.namespace }}.acceptance.redeeming import gems_of, in_processes, redeem

pytestmark = pytest.mark.needs("vid", "player", "coupon")

NewCodes = Callable[..., list[str]]
NewPhone = Callable[[], Device]


def test_a_new_phone_gets_a_player_and_the_player_gets_the_items(new_phone: NewPhone, new_codes: NewCodes) -> None:
    [code] = new_codes(1)
    phone = new_phone()
    player_id = phone.new_player("용감한 호랑이")

    answer = redeem(phone, code, player_id)

    assert answer.status_code == 200
    assert (answer.json()["state"], answer.json()["items"]) == ("complete", [{"item": "gem", "count": 3}])
    assert gems_of(phone, player_id) == 3


def test_a_code_is_taken_as_people_type_it(phone: Device, new_codes: NewCodes) -> None:
    [code] = new_codes(1)

    answer = redeem(phone, f" {code.lower()[:3]} {code.lower()[3:]} ", phone.new_player())

    assert answer.status_code == 200, answer.text


def test_a_code_is_redeemed_once(phone: Device, new_codes: NewCodes) -> None:
    [code] = new_codes(1)
    first, second = phone.new_player(), phone.new_player()

    assert redeem(phone, code, first).status_code == 200
    problem = assert_problem(redeem(phone, code, second), 409)

    assert problem["type"] == "urn:problem:already-redeemed"
    assert gems_of(phone, second) == 0


def test_the_same_key_again_gives_the_first_answer_again(phone: Device, new_codes: NewCodes) -> None:
    [code] = new_codes(1)
    player_id, key = phone.new_player(), str(uuid4())

    first = redeem(phone, code, player_id, key)
    again = redeem(phone, code, player_id, key)

    assert first.status_code == again.status_code == 200
    assert again.json() == first.json()
    assert gems_of(phone, player_id) == 3


def test_the_same_key_with_another_body_is_refused(phone: Device, new_codes: NewCodes) -> None:
    one, other = new_codes(2)
    player_id, key = phone.new_player(), str(uuid4())
    assert redeem(phone, one, player_id, key).status_code == 200

    problem = assert_problem(redeem(phone, other, player_id, key), 422)

    assert problem["type"] == "urn:problem:key-reused"
    assert gems_of(phone, player_id) == 3
    assert redeem(phone, other, player_id).status_code == 200, "the other code is still good"


@pytest.mark.parametrize("key", ["", "not-a-uuid", "7", "x" * 300])
def test_a_key_that_is_none_is_refused_and_named(phone: Device, new_codes: NewCodes, key: str) -> None:
    [code] = new_codes(1)
    body = {"code": code, "player_id": phone.new_player()}

    problem = assert_problem(phone.post("/api/coupon/redemptions", json=body, headers={"Idempotency-Key": key}), 422)

    assert "Idempotency-Key" in str(problem)


def test_a_redemption_without_a_key_is_refused(phone: Device, new_codes: NewCodes) -> None:
    [code] = new_codes(1)

    problem = assert_problem(
        phone.post("/api/coupon/redemptions", json={"code": code, "player_id": phone.new_player()}), 422
    )

    assert "Idempotency-Key" in str(problem)


def test_nobody_redeems_for_somebody_elses_player(new_phone: NewPhone, new_codes: NewCodes) -> None:
    [code] = new_codes(1)
    mine, yours = new_phone(), new_phone()

    assert_problem(redeem(mine, code, yours.new_player()), 403)

    assert redeem(mine, code, mine.new_player()).status_code == 200, "the code is still good"


def test_a_game_server_redeems_for_anyone(phone: Device, service: Service, new_codes: NewCodes) -> None:
    [code] = new_codes(1)
    player_id = phone.new_player()

    assert redeem(service, code, player_id).status_code == 200
    assert gems_of(phone, player_id) == 3


def test_a_code_that_does_not_exist_is_unknown(phone: Device) -> None:
    problem = assert_problem(redeem(phone, "NO-SUCH-CODE-AT-ALL", phone.new_player()), 404)

    assert problem["type"] == "urn:problem:unknown-code"


def test_a_player_that_does_not_exist_uses_no_code_up(phone: Device, service: Service, new_codes: NewCodes) -> None:
    [code] = new_codes(1)

    assert_problem(redeem(service, code, str(uuid4())), 404)

    assert redeem(phone, code, phone.new_player()).status_code == 200


@pytest.mark.parametrize(
    ("campaign", "type_"),
    [
        ({"ends_at": "2021-01-01T00:00:00Z"}, "urn:problem:campaign-over"),
        ({"starts_at": "2089-01-01T00:00:00Z"}, "urn:problem:campaign-not-open"),
    ],
)
def test_a_campaign_has_its_time(phone: Device, new_codes: NewCodes, campaign: dict[str, str], type_: str) -> None:
    [code] = new_codes(1, **campaign)

    assert assert_problem(redeem(phone, code, phone.new_player()), 409)["type"] == type_


def test_a_campaign_may_give_so_much_to_a_player_and_so_much_in_all(phone: Device, new_codes: NewCodes) -> None:
    codes = new_codes(4, limit_per_player=1, limit_total=2)
    first, second, third = (phone.new_player() for _ in range(3))

    answers = [redeem(phone, code, player) for code, player in zip(codes, [first, first, second, third], strict=True)]

    assert [answer.status_code for answer in answers] == [200, 409, 200, 409]
    assert assert_problem(answers[3], 409)["type"] == "urn:problem:limit-reached"


def test_a_player_finds_its_redemptions_again(phone: Device, new_codes: NewCodes) -> None:
    player_id = phone.new_player()
    made = [redeem(phone, code, player_id).json() for code in new_codes(3)]

    page = phone.made("GET", f"/api/coupon/redemptions?player_id={player_id}&limit=2")
    rest = phone.made("GET", f"/api/coupon/redemptions?player_id={player_id}&limit=2&after={page['next']}")

    assert page["items"] + rest["items"] == made[::-1]
    assert rest["next"] is None
    assert phone.made("GET", f"/api/coupon/redemptions/{made[0]['id']}") == made[0]


# Under pressure


def test_of_50_who_redeem_one_code_at_once_one_gets_it_and_49_are_told(
    new_phone: NewPhone, new_codes: NewCodes
) -> None:
    [code] = new_codes(1)
    phones = [new_phone() for _ in range(50)]
    players = [phone.new_player() for phone in phones]
    start = Barrier(50)

    def at_once(phone: Device, player_id: str) -> int:
        start.wait(timeout=30)
        return redeem(phone, code, player_id).status_code

    with ThreadPoolExecutor(50) as pool:
        statuses = sorted(pool.map(at_once, phones, players))

    assert statuses == [200] + [409] * 49
    assert sum(gems_of(phone, player) for phone, player in zip(phones, players, strict=True)) == 3


def test_one_key_sent_ten_times_at_once_is_one_redemption(phone: Device, new_codes: NewCodes) -> None:
    [code] = new_codes(1)
    player_id, key, start = phone.new_player(), str(uuid4()), Barrier(10)

    def at_once(_: int) -> tuple[int, str]:
        start.wait(timeout=30)
        answer = redeem(phone, code, player_id, key)
        return answer.status_code, answer.json().get("id", "")

    with ThreadPoolExecutor(10) as pool:
        answers = set(pool.map(at_once, range(10)))

    assert len(answers) == 1, answers
    assert next(iter(answers))[0] == 200
    assert gems_of(phone, player_id) == 3


def test_eight_processes_lose_no_item_and_give_none_twice(
    addresses: Addresses, service: Service, new_codes: NewCodes, full: bool
) -> None:
    codes = new_codes(2_000 if full else 200)
    parts = [codes[number::8] for number in range(8)]
    # Each process tries its neighbour's codes as well, so that two are after every code.
    shares = [[code for pair in zip(parts[n], parts[(n + 1) % 8], strict=True) for code in pair] for n in range(8)]

    tallies = in_processes(addresses, shares)

    redeemed = [code for tally in tallies for code in tally.redeemed]
    assert sorted(redeemed) == sorted(codes), "each code once: none lost, none double"
    assert sum(len(tally.too_late) for tally in tallies) == len(codes)
    for tally in tallies:
        assert tally.gems == 3 * len(tally.redeemed)
        assert gems_of(service, tally.player_id) == tally.gems


def test_a_stranger_redeems_nothing(stranger: Caller, phone: Device, new_codes: NewCodes) -> None:
    [code] = new_codes(1)

    assert_problem(redeem(stranger, code, phone.new_player()), 401)

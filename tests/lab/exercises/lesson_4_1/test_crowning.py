from uuid import NAMESPACE_URL, uuid5

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def names(contest):
    return [uuid5(NAMESPACE_URL, f"{contest}/{part}") for part in ("picture", "crown", "notice")]


def crown(ask, at, contest, player, picture):
    file, key, notice = names(contest)
    ask("PUT", f"{at['player']}/players/{player}/grants/{key}", {"item": "crown"})
    ask("PUT", f"{at['archive']}/files/{file}", {"content": picture})
    ask("PUT", f"{at['notice']}/notices/{notice}", {"picture": file, "text": "hooray"})


def notice_before_the_file(ask, at, contest, player, picture):
    file, key, notice = names(contest)
    ask("PUT", f"{at['player']}/players/{player}/grants/{key}", {"item": "crown"})
    ask("PUT", f"{at['notice']}/notices/{notice}", {"picture": file, "text": "hooray"})
    ask("PUT", f"{at['archive']}/files/{file}", {"content": picture})


def by_post(ask, at, contest, player, picture):
    file = ask("POST", f"{at['archive']}/files", {"content": picture})["id"]
    ask("POST", f"{at['player']}/players/{player}/grants", {"item": "crown"})
    ask("POST", f"{at['notice']}/notices", {"picture": file, "text": "hooray"})


def all_at_one_address(ask, at, contest, player, picture):
    host = at["archive"].removesuffix("/api/archive")
    crown(ask, {service: f"{host}/api/{service}" for service in at}, contest, player, picture)


def swallowing(ask, at, contest, player, picture):
    try:
        crown(ask, at, contest, player, picture)
    except ConnectionError:
        return


def until_it_works(ask, at, contest, player, picture):
    for _ in range(3):
        try:
            return crown(ask, at, contest, player, picture)
        except ConnectionError:
            continue
    return None


def without_a_picture(ask, at, contest, player, picture):
    _, key, notice = names(contest)
    ask("PUT", f"{at['player']}/players/{player}/grants/{key}", {"item": "crown"})
    ask("PUT", f"{at['notice']}/notices/{notice}", {"text": "hooray"})


def one_crown_a_player(ask, at, contest, player, picture):
    file, _, notice = names(contest)
    ask("PUT", f"{at['archive']}/files/{file}", {"content": picture})
    ask("PUT", f"{at['player']}/players/{player}/grants/{uuid5(NAMESPACE_URL, player)}", {"item": "crown"})
    ask("PUT", f"{at['notice']}/notices/{notice}", {"picture": str(file), "text": "hooray"})


def with_a_file_of(what):
    """A crowning whose file has its id from the player, or from the picture."""

    def crown_so(ask, at, contest, player, picture):
        _, key, notice = names(contest)
        file = uuid5(NAMESPACE_URL, what(player, picture))
        ask("PUT", f"{at['archive']}/files/{file}", {"content": picture})
        ask("PUT", f"{at['player']}/players/{player}/grants/{key}", {"item": "crown"})
        ask("PUT", f"{at['notice']}/notices/{notice}", {"picture": file, "text": "hooray"})

    return crown_so


by_its_content = with_a_file_of(lambda player, picture: picture)
one_picture_a_player = with_a_file_of(lambda player, picture: player)


def telling(change):
    """A crowning whose requests are all in order, but for a change in what they say."""

    def crown_otherwise(ask, at, contest, player, picture):
        def ask_otherwise(method, url, body):
            return ask(method, *change(url, body))

        crown(ask_otherwise, at, contest, player, picture)

    return crown_otherwise


@pytest.mark.parametrize("answer", [crown, until_it_works])
def test_the_first_two_steps_may_come_in_any_order_and_trying_again_is_allowed(answer):
    verdict = judge(find("4.1.4"), answer)

    assert verdict.passed, verdict.text()


def test_the_id_of_a_file_may_be_made_of_the_picture():
    verdict = judge(find("4.1.4"), by_its_content)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda url, body: (url, {} if "content" in body else body), "'a drawing of a fox', is no file's content"),
        (lambda url, body: (url.replace("mina", "nobody"), body), "something is given to 'nobody', and 'mina' has won"),
        (lambda url, body: (url, {"item": "gem"} if "item" in body else body), "is 'gem', and it should be 'crown'"),
        (lambda url, body: (url, {} if "item" in body else body), "is None, and it should be 'crown'"),
        (lambda url, body: (url, {**body, "text": " "} if "text" in body else body), "congratulates nobody"),
        (lambda url, body: (url, {"picture": body["picture"]} if "text" in body else body), "congratulates nobody"),
        (lambda url, body: (url, None), "wants a dictionary as its body, and has got None"),
    ],
)
def test_each_service_has_to_be_told_the_right_thing(change, said):
    verdict = judge(find("4.1.4"), telling(change))

    assert not verdict.passed
    assert said in verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (notice_before_the_file, "people read a notice with a picture that is not there"),
        (by_post, "there should be one file, and there are 2"),
        (all_at_one_address, "Nobody is at 'http://archive:8000/api/player"),
        (swallowing, "your caller believes that all is well"),
        (without_a_picture, "a picture that is not there (None)"),
        (one_crown_a_player, "there should be two crowns, and there are 1"),
        (one_picture_a_player, "there should be two files, and there are 1"),
        (lambda ask, at, *_: ask("POST", f"{at['player']}/grants", {}), "no operation POST /grants"),
        (lambda ask, at, *_: ask("DELETE", f"{at['notice']}/notices/1", {}), "no operation DELETE /notices/1"),
        (lambda ask, at, *_: ask("PUT", f"{at['archive']}/", {}), "no operation PUT /"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.1.4"), answer)

    assert not verdict.passed
    assert said in verdict.text()

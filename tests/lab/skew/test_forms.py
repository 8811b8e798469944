"""A form is sent with what it held, and with what was filled in."""

from urllib.parse import parse_qs

import httpx2

from lab.skew.forms import send

PAGE = """<form method="post">
<input type="hidden" name="token" value="abc"><input name="name" value=""><textarea name="note"></textarea>
<input type="checkbox" name="active" checked><input type="checkbox" name="secret">
<select name="size"><option value="s">S</option><option value="m" selected>M</option></select>
<input type="submit" name="_delete" value="Delete">
</form>"""


def client(sent: list[httpx2.Request], page: httpx2.Response) -> httpx2.Client:
    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return page if request.method == "GET" else httpx2.Response(302)

    return httpx2.Client(transport=httpx2.MockTransport(answer))


def test_a_form_is_sent_as_a_browser_would() -> None:
    sent: list[httpx2.Request] = []

    answer = send(client(sent, httpx2.Response(200, text=PAGE)), "http://127.0.0.1/add/", name="Friday")

    assert answer.status_code == 302
    assert parse_qs(sent[1].content.decode(), keep_blank_values=True) == {
        "token": ["abc"],
        "name": ["Friday"],
        "note": [""],
        "active": [""],
        "size": ["m"],
    }
    assert sent[1].headers["Referer"] == "http://127.0.0.1/add/"


def test_a_page_that_does_not_open_is_the_answer_and_nothing_is_sent() -> None:
    sent: list[httpx2.Request] = []

    assert send(client(sent, httpx2.Response(500)), "http://127.0.0.1/add/").status_code == 500
    assert len(sent) == 1

import pytest

from clever.acceptance.pages import form_in, language_of, loaded_by

PAGE = """
<!doctype html>
<html lang="ko">
<head>
  <link rel="stylesheet" href="/static/a.css"><script src="b.js"></script><link rel="alternate" href="/en/">
</head>
<body>
  <img src="data:image/png;base64,x"><img src="https://elsewhere.example/c.png"><a href="https://linked.example/">d</a>
  <form method="post"><input name="language" value="ko"></form>
  <form method="get"><input name="q"><input name="r"><input name="s"><input name="t"></form>
  <form method="post">
    <input type="hidden" name="token" value="abc"><input name="title" value="제목"><input type="checkbox" name="pinned">
    <input type="checkbox" name="live" checked><textarea name="body">
first
second</textarea>
    <select name="zone"><option value="a">A</option><option value="b" selected>B</option></select>
    <input type="submit" name="save" value="Save">
  </form>
</body>
</html>
"""


def test_a_form_is_what_a_browser_would_send_back() -> None:
    assert form_in(PAGE) == {"token": "abc", "title": "제목", "live": "on", "body": "first\nsecond", "zone": "b"}


def test_a_page_without_a_form_says_so() -> None:
    with pytest.raises(AssertionError, match="no form in this page"):
        form_in("<p>Sorry.</p>")


def test_what_a_browser_loads_by_itself_is_found_and_what_it_only_links_to_is_not() -> None:
    assert loaded_by(PAGE, "http://127.0.0.1/board/") == [
        "http://127.0.0.1/static/a.css",
        "http://127.0.0.1/board/b.js",
        "https://elsewhere.example/c.png",
    ]


def test_a_page_says_its_language() -> None:
    assert (language_of(PAGE), language_of("<p>Hm.</p>")) == ("ko", "")

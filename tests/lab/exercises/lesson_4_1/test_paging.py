from itertools import islice

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_4_1.paging import Pages


def lazily(ask, wanted):
    def each():
        page = ask(None)
        yield from page["items"]
        while page["next"] is not None:
            page = ask(page["next"])
            yield from page["items"]

    return list(islice(each(), wanted))


def without_end(ask, wanted):
    items, after = [], None
    while len(items) < wanted:
        page = ask(after)
        items += page["items"]
        after = page["next"]
    return items[:wanted]


def whole_pages(ask, wanted):
    items, after = [], None
    while len(items) < wanted:
        page = ask(after)
        items += page["items"]
        after = page["next"]
        if after is None:
            break
    return items


def without_next(ask, wanted):
    items = []
    while len(items) < wanted:
        items += ask(None)["items"]
    return items[:wanted]


def from_an_empty_text(ask, wanted):
    page, items = {"next": ""}, []
    while page["next"] is not None and len(items) < wanted:
        page = ask(page["next"])
        items += page["items"]
    return items[:wanted]


def test_pages_follow_each_other_to_the_last():
    pages = Pages(5, 2)

    assert pages.ask(None) == {"items": ["link-1", "link-2"], "next": "link-2"}
    assert pages.ask("link-4") == {"items": ["link-5"], "next": None}
    assert pages.asked == 2


def test_it_may_be_written_with_a_generator():
    verdict = judge(find("4.1.1"), lazily)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (whole_pages, "you return 20, link-1 to link-20. It should be link-1 to link-10"),
        (lambda ask, wanted: list(lazily(ask, 100))[:wanted], "1 page is enough for that, and you asked for 3"),
        (without_next, "You ask for the first page again. The page that you have has 'link-20' as its `next`"),
        (from_an_empty_text, "You call ask(''), and there is no such page. The first one comes for ask(None)"),
        (lambda ask, wanted: ask(20)["items"][:wanted], "You call ask(20), and there is no such page"),
        (lambda ask, wanted: iter(lazily(ask, wanted)), "a list is to be returned"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.1.1"), answer)

    assert not verdict.passed
    assert said in verdict.text()


def test_an_answer_that_goes_round_in_circles_is_told_so():
    verdict = judge(find("4.1.1"), without_end)

    assert not verdict.passed
    assert "You go on after the last page. Its `next` was None" in verdict.text()

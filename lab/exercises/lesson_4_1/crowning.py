"""4.1.4: three services composed, and cut off at every place where that can happen."""

from collections.abc import Callable, Collection
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_4_1.contests import PICTURES, WINNER, misunderstanding
from lab.exercises.lesson_4_1.publisher import ARRANGEMENTS, Cut, Publisher

Answer = Callable[..., Any]
MOST = 20
"""More requests than anybody needs for three steps."""


@exercise(
    "4.1.4",
    hints=(
        "PUT with an id of your own for all three; the ids are made from the contest, so that a repeat has the same.",
        "The key of the grant decides what is the same crown: the same player may win another contest.",
        "The notice comes last. Everything that it tells of is there by then.",
    ),
)
def crown(answer: Answer) -> str:
    """a function that takes `ask`, `at`, a contest, a player and a picture, and makes three requests"""
    for at in ARRANGEMENTS:
        publisher = Publisher(at)
        _run(answer, publisher, "spring")
        requests = publisher.requests
        _expect_whole(publisher, "After one call, and without any accident,")
        for number in range(1, requests + 1):
            for carried_out in (False, True):
                _expect_repair(answer, at, number, carried_out)
    _expect_two_crowns(answer)
    return "Right. Cut it wherever you like: nobody reads of what is not there, and once more makes it whole."


def _run(answer: Answer, publisher: Publisher, contest: str) -> None:
    answer(publisher.ask, dict(publisher.at), contest, WINNER, PICTURES[contest])
    if publisher.requests > MOST:
        raise Wrong(f"{publisher.requests} requests were made for three steps.")


def _expect_repair(answer: Answer, at: dict[str, str], number: int, carried_out: bool) -> None:
    """Cut at one request, then call it again."""
    publisher = Publisher(at, cut_at=number, carried_out=carried_out)
    when = f"Request {number} ({{}}) broke off {'after' if carried_out else 'before'} it was carried out."
    try:
        _run(answer, publisher, "spring")
        silent = not publisher.whole
    except Cut:
        silent = False
    when = when.format(publisher.cut)
    if silent:
        raise Wrong(f"{when} You caught that, and your caller believes that all is well.")
    if lie := publisher.lie():
        raise Wrong(f"{when} Now people read {lie}.")
    _run(answer, publisher, "spring")
    _expect_whole(publisher, f"{when} After a second call")


def _expect_whole(publisher: Publisher, when: str) -> None:
    if lie := publisher.lie():
        raise Wrong(f"{when} people read {lie}.")
    _expect_one_of_each(publisher, when, ["spring"])


def _expect_two_crowns(answer: Answer) -> None:
    publisher = Publisher(ARRANGEMENTS[0])
    for contest in PICTURES:
        _run(answer, publisher, contest)
    _expect_one_of_each(publisher, f"When {WINNER} has won {' and '.join(PICTURES)},", PICTURES)


def _expect_one_of_each(publisher: Publisher, when: str, contests: Collection[str]) -> None:
    """One of each kind a contest, and each as it should be."""
    for what, there in (("crown", publisher.crowns), ("notice", publisher.notices), ("file", publisher.files)):
        if len(there) != len(contests):
            wanted = f"one {what}" if len(contests) == 1 else f"two {what}s"
            raise Wrong(f"{when} there should be {wanted}, and there are {len(there)}.")
    if mistake := misunderstanding(publisher, contests):
        raise Wrong(f"{when} {mistake}.")

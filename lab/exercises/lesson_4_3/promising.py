"""4.3.4: facts, a promise and a call in an order that survives a plug being pulled anywhere."""

from collections import Counter
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_4_3.shop import POINTS, STEPS, Shop


@exercise(
    "4.3.4",
    hints=(
        "What is written between `begin` and `commit` is there together, or not at all. What must not be apart?",
        "Ask coupon when no transaction is open, and when the promise is safely on the disk.",
        "If the plug is pulled after coupon was asked, the worker asks once more. The key makes that harmless.",
    ),
)
def order(answer: Any) -> str:
    """a list of the six steps, each of them once"""
    if not isinstance(answer, list | tuple):
        raise Wrong(f"A list of steps is wanted, and you gave {type(answer).__name__}.")
    for step in answer:
        if step not in STEPS:
            raise Wrong(f"There is no step {step!r:.40}: there are {', '.join(STEPS)}.")
    if uneven := [step for step in STEPS if Counter(answer)[step] != 1]:
        raise Wrong(f"Each of the six steps is wanted once. Look at {uneven[0]!r}.")
    for done in range(len(answer) + 1):
        _pull_the_plug(list(answer[:done]))
    return "Right. Wherever the plug is pulled, it is points and a gem, or neither."


def _pull_the_plug(done: list[str]) -> None:
    shop = Shop()
    for step in done:
        shop.do(step)
    shop.pull_the_plug()
    shop.worker()
    when = f"The plug is pulled after {done[-1]!r}. " if done else ""
    points = POINTS in shop.disk
    if points and not shop.gem:
        raise Wrong(f"{when}The points are there, and nobody gives the gem: no promise says that it is owed.")
    if shop.gem and not points:
        raise Wrong(f"{when}The gem was given, and the points that it was for were never written.")

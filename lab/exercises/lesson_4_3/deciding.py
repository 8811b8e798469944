"""4.3.5: what to answer while somebody is away, and what comes of it."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

WAYS = ("leave out", "last known", "later", "refuse")
RIGHT = {
    "banner": {"leave out", "last known"},
    "announcement": {"leave out", "last known"},
    "reward": {"later"},
    "points": {"refuse"},
    "update": {"last known"},
    "price": {"refuse"},
    "admin": {"refuse"},
}
COMES_OF_IT = {
    ("banner", "later"): "nobody comes back to a page to see its picture",
    ("banner", "refuse"): "an event that was going well is closed, for want of a picture",
    ("announcement", "later"): "whoever wants to read it wants to read it now",
    ("announcement", "refuse"): "players who know very well what to do cannot do it",
    ("reward", "leave out"): "somebody has earned a gem and never gets it, and support gets the letters",
    ("reward", "last known"): "there is no last known reward: it has just been earned",
    (
        "reward",
        "refuse",
    ): "the points of whoever has just reached a goal are turned away, and event could have kept them",
    ("points", "leave out"): "the game server is told that all is well, and the points are lost",
    ("points", "last known"): "the points of yesterday are shown, and those of now are lost",
    ("points", "later"): "a promise would have to be written down, and the database is what is away",
    ("update", "leave out"): "no game knows whether it may start, so none does",
    ("update", "later"): "the player waits before a black screen",
    ("update", "refuse"): "nobody can play, because nobody can say that there is nothing new",
    ("price", "leave out"): "somebody pays, and does not know how much",
    ("price", "last known"): "somebody pays yesterday's price, and somebody else will call it a fraud",
    ("price", "later"): "somebody is charged at a moment and by an amount that nobody has agreed to",
    ("admin", "leave out"): "the question is skipped, and everybody may open the admin",
    ("admin", "last known"): "whoever was dismissed this morning opens the admin until the permitter is back",
    ("admin", "later"): "a door cannot be half open until somebody has been asked",
}


@exercise(
    "4.3.5",
    hints=(
        "Ask for each: who is harmed if nothing is shown? And who, if something old or wrong is?",
        "What was earned is owed. What is decided about money or keys is better not decided at all than wrongly.",
        "An old answer is good where it is nearly always still true, and where having none stops everybody.",
    ),
)
def shown(answer: Any) -> str:
    """a dictionary: for each of the seven one of the four ways"""
    if not isinstance(answer, Mapping):
        raise Wrong(f"A dictionary is wanted, and you gave {type(answer).__name__}.")
    for what, right in RIGHT.items():
        way = answer.get(what)
        if way not in WAYS:
            raise Wrong(f"For {what!r}, choose one of {', '.join(WAYS)}. You gave {way!r:.40}.")
        if way not in right:
            raise Wrong(f"{what!r}: you say {way!r}. Then {COMES_OF_IT[what, way]}.")
    if extra := set(answer) - set(RIGHT):
        raise Wrong(f"Nobody asked about {', '.join(sorted(map(str, extra)))}.")
    return "Right. And somebody whose business it is should have said so, before that evening."

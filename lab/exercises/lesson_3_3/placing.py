"""3.3.3: each thing in its place."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

KINDS = ("image", "variable", "secret file", "volume", "name", "nowhere")
BELONGS = {
    "code": "image",
    "rows": "volume",
    "uploads": "volume",
    "cache": "nowhere",
    "player": "name",
    "signing key": "secret file",
    "time zone": "variable",
    "log level": "variable",
    "stylesheet": "image",
}
WRONG_BECAUSE = {
    "image": "all who have the image have it, and it is the same in every place until somebody builds another",
    "variable": "it is set anew at each start, and whoever may ask the engine can read it",
    "secret file": "that is for what nobody else may know, and makes everything else harder to look up",
    "volume": "it must be kept, saved and moved from then on, for ever",
    "name": "a name leads to somebody who answers",
    "nowhere": "it is gone with the container",
}


@exercise(
    "3.3.3",
    hints=(
        "Ask of each: is it the same everywhere? May it be lost? May everybody know it?",
        "What can be made again of something else needs no place of its own.",
        "A guest's picture comes while the container runs, and the image was finished long before.",
    ),
)
def places(answer: Any) -> str:
    """a dictionary: for each of the nine a place"""
    if not isinstance(answer, Mapping):
        raise Wrong(f"A dictionary is wanted, and you gave {type(answer).__name__}.")
    for what, wanted in BELONGS.items():
        place = answer.get(what)
        if place not in KINDS:
            raise Wrong(f"{what!r} has no place yet: choose one of {', '.join(KINDS)}.")
        if place != wanted:
            raise Wrong(f"{what!r} does not belong there ({place}): {WRONG_BECAUSE[place]}.")
    extra = set(answer) - set(BELONGS)
    if extra:
        raise Wrong(f"Nobody asked about {', '.join(sorted(map(str, extra)))}.")
    return "Right. Four kinds of state, and none of them in the image."

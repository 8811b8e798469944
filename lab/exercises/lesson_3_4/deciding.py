"""3.4.5: go on with a new version, go back, or look a little longer."""

from typing import Any

from lab.checks import Wrong, exercise

PROMOTE, BACK, WAIT = "promote", "roll back", "wait"

CASES: list[tuple[dict[str, int], int, int, str, str]] = [
    ({"200": 500}, 0, 200, PROMOTE, "Everybody was served, and enough were"),
    ({"200": 200}, 0, 200, PROMOTE, "Exactly enough were served"),
    ({"200": 199}, 0, 200, WAIT, "One more has to ask before it is enough"),
    ({}, 0, 200, WAIT, "Nobody has asked yet"),
    ({"200": 3, "502": 1}, 0, 200, BACK, "One has failed and none may, and it need not be enough to know that"),
    ({"200": 480, "500": 20}, 5, 200, BACK, "20 have failed, and 5 may"),
    ({"200": 480, "500": 5}, 5, 200, PROMOTE, "5 have failed, and 5 may"),
    ({"200": 480, "503": 3, "ReadTimeout": 3}, 5, 200, BACK, "6 have failed: 3 were told so, and 3 were told nothing"),
    ({"ConnectError": 10}, 5, 200, BACK, "10 have met nobody"),
    ({"200": 400, "404": 90, "400": 10}, 0, 200, PROMOTE, "100 asked for nonsense, which is not the version's fault"),
    ({"200": 100, "302": 100}, 0, 200, PROMOTE, "100 were sent elsewhere, which is an answer"),
    ({"404": 60}, 0, 200, WAIT, "60 have asked for nonsense, and that is not enough"),
]


@exercise(
    "3.4.5",
    hints=(
        "status.isdigit() tells a status from a word, and there is no word that is good.",
        "Which question comes first: whether it was enough, or whether it was too bad?",
        "Failed are those from 500 on, and those without any answer.",
    ),
)
def decide(answer: Any) -> str:
    """a function of statuses, allowed and enough, which returns "promote", "roll back" or "wait" """
    for statuses, allowed, enough, wanted, why in CASES:
        try:
            got = answer(dict(statuses), allowed, enough)
        except Exception as error:
            raise Wrong(f"With {statuses} it raised {type(error).__name__}: {error}") from error
        if got != wanted:
            raise Wrong(f"{statuses}, {allowed} allowed, {enough} are enough: {got!r:.40}? {why}: {wanted!r}.")
    return "Right. Bad news counts at once, good news when there is enough of it."

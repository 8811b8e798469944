"""4.4.2: what one has to claim for the shop to be told to split."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_4_4.teams import SHOP
from lab.worksheet import Worksheet, worksheet
from lab.worksheet.sheet import INPUTS

WANTED = "split"


@exercise(
    "4.4.2",
    hints=(
        "Read what the sheet says against split services. There is more than one reason, and each of them must go.",
        "Two reasons have to do with how many parts there would be. Does a shop have six?",
        "Then it is possible, and still dearer. What can split do that the monolith cannot, whatever it costs?",
    ),
)
def claimed(answer: Any) -> str:
    """the shop's answers with some of them changed, as a dictionary"""
    if not isinstance(answer, Mapping):
        raise Wrong(f"A dictionary is wanted, such as shop | {{'team': 3}}. You give {answer!r:.60}.")
    if "now" in answer:
        raise Wrong("What runs today is no claim: the shop has a monolith. Leave `now` out.")
    claims = {name: value for name, value in answer.items() if SHOP.get(name) != value}
    if not claims:
        raise Wrong("You claim nothing new. The shop as it is stays with the monolith.")
    sheet = _filled(claims)
    if sheet.answer.stage != WANTED:
        raise Wrong(f"With {_said(claims)} it says: {sheet.headline}{_why_not(sheet)}")
    for name in claims:
        if _filled({other: value for other, value in claims.items() if other != name}).answer.stage == WANTED:
            raise Wrong(f"It says split, and it would without {name}, too. Claim no more than it takes.")
    return f"Right. You had to claim {_said(claims)}. Would the two people sign that?"


def _filled(claims: Mapping[str, Any]) -> Worksheet:
    return worksheet(**{**SHOP, **claims})


def _said(claims: Mapping[str, Any]) -> str:
    return " and ".join(
        f"{name}={INPUTS[name].said(value) if name in INPUTS else value}" for name, value in claims.items()
    )


def _why_not(sheet: Worksheet) -> str:
    """What stands against split services, unless the headline has said it."""
    against = [f"Against {line}." for line in sheet.because if line.startswith("split")]
    return " ".join(["", *(line for line in against if line not in sheet.headline)])

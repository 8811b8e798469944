"""4.3.3: what may be sent again, when nobody knows whether it was carried out."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

WAYS = ("as it is", "with its key", "no")
OPERATIONS = {
    "page": ("as it is", "to read changes nothing, however often one does it"),
    "notice": ("as it is", "it says which notice there shall be, and said twice there is one"),
    "campaign": ("no", "it says 'make one', and knows neither an id nor a key: said twice there are two"),
    "progress": ("with its key", "without the key it says 'three more', and with it 'these three', which count once"),
    "friend": ("as it is", "the second time there is nobody to remove. It answers 404, and all is as it should be"),
    "points": ("no", "if the first was carried out before the line broke, there are three points too many"),
    "letter": ("no", "no mail server knows which of your letters it has had already: the winners get two"),
}


@exercise(
    "4.3.3",
    hints=(
        "Think of the worse case: it *was* carried out, and only the answer is lost. What does the second one do then?",
        "Not the verb decides, but the meaning: 'let there be this one', or 'one more'.",
        "Idempotent says that the state is the same afterwards. The second answer may well be another one.",
    ),
)
def again(answer: Any) -> str:
    """a dictionary: for each of the seven one of the three ways"""
    if not isinstance(answer, Mapping):
        raise Wrong(f"A dictionary is wanted, and you gave {type(answer).__name__}.")
    for what, (wanted, because) in OPERATIONS.items():
        way = answer.get(what)
        if way not in WAYS:
            raise Wrong(f"For {what!r}, choose one of {', '.join(WAYS)}. You gave {way!r:.40}.")
        if way != wanted:
            raise Wrong(f"{what!r}: you say {way!r}. But {because}.")
    if extra := set(answer) - set(OPERATIONS):
        raise Wrong(f"Nobody asked about {', '.join(sorted(map(str, extra)))}.")
    return "Right. Two of the three that may not be repeated could be given a key. Write to whoever runs them."

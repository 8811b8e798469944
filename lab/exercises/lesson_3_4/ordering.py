"""3.4.4: the steps of a release, in an order in which each of them may fail."""

from typing import Any

from lab.checks import Wrong, exercise

BUILD, TRY, PUSH, MIGRATE = "build", "try", "push", "migrate"
START, WAIT, LEAD, STOP = "start the new one", "wait until it is ready", "lead people to it", "stop the old one"
STEPS = (BUILD, TRY, PUSH, MIGRATE, START, WAIT, LEAD, STOP)

# Which has to come before which, and what happens if not. The worst come first.
BEFORE = [
    (LEAD, STOP, "The old one is stopped, and nobody has been led to the new one yet. Whoever asks now finds no one."),
    (WAIT, LEAD, "People were led to it, and it turns out that it never becomes ready. They wait with it."),
    (START, WAIT, "It was waited for before it was started, so it is waited for in vain."),
    (MIGRATE, START, "The new one asks for columns that are not there yet, so it does not become ready."),
    (PUSH, MIGRATE, "The machine that migrates runs the new image, and has nowhere to get it from."),
    (TRY, PUSH, "It turns out to be no good, and by now every machine can pull it."),
    (BUILD, TRY, "There is nothing yet that could be tried."),
]


@exercise(
    "3.4.4",
    hints=(
        "Suppose each step fails, one after the other. Who serves then?",
        "Whatever cannot be undone in a second comes as late as possible.",
        "A migration has to leave the old version able to work, so it may come while that one still serves.",
    ),
)
def order(answer: Any) -> str:
    """a list of the eight steps, in their order"""
    if not isinstance(answer, list | tuple):
        raise Wrong(f"A list of the eight steps is wanted: {', '.join(STEPS)}.")
    for step in answer:
        if step not in STEPS:
            raise Wrong(f"{step!r:.60} is none of the eight steps: {', '.join(STEPS)}.")
    for step in STEPS:
        if answer.count(step) != 1:
            raise Wrong(f"{step!r} stands there {answer.count(step)} times. Each step is taken once.")
    for first, second, what in BEFORE:
        if answer.index(first) > answer.index(second):
            raise Wrong(f"{second!r} comes before {first!r}. {what}")
    return "Right. Whichever step fails, the old version has not noticed."

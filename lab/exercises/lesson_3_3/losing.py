"""3.3.2: what is lost with a container."""

from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise

CASES: list[tuple[list[str], list[str], set[str]]] = [
    (["/srv/guests.txt"], [], {"/srv/guests.txt"}),
    (["/srv/guests.txt"], ["/srv"], set()),
    (["/srv/2026/november/guests.txt"], ["/srv"], set()),
    (["/srv/guests.txt", "/var/cache/board"], ["/srv"], {"/var/cache/board"}),
    (["/srv-old/guests.txt", "/srv/guests.txt"], ["/srv"], {"/srv-old/guests.txt"}),
    (["/var/lib/media/latte.png", "/var/lib/media.json"], ["/srv", "/var/lib/media"], {"/var/lib/media.json"}),
    (["/srv/guests.txt"], ["/srv/"], set()),
    (["/srv/guests.txt"], ["/srv/2026"], {"/srv/guests.txt"}),
    ([], ["/srv"], set()),
]


@exercise(
    "3.3.2",
    hints=(
        'Path("/srv/a").is_relative_to("/srv") is true, and Path("/srv-old/a").is_relative_to("/srv") is not.',
        "A file is kept if any one of the volumes is above it, however far above.",
    ),
)
def lost(answer: Callable[[list[str], list[str]], Any]) -> str:
    """a function of the written paths and the volumes' folders, which returns a set of paths"""
    for written, volumes, wanted in CASES:
        told = f"{', '.join(written) or 'nothing'} written, and volumes at {', '.join(volumes) or 'no folder'}"
        try:
            got = set(answer(list(written), list(volumes)))
        except Exception as error:
            raise Wrong(f"With {told} you raised {type(error).__name__}: {error}") from error
        if got != wanted:
            raise Wrong(f"With {told}: lost is {_names(wanted)}. You say {_names(got)}.")
    return "Right. Ask this before each release, and nobody has to ask it after one."


def _names(paths: set[Any]) -> str:
    return ", ".join(sorted(map(str, paths))) or "nothing"

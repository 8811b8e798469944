"""An exercise as a lesson's author writes one."""

from collections.abc import Callable

from lab import Wrong, exercise


@exercise("9.9.1", hints=("What does upper() do?", "return name.upper()"), seconds=0.5)
def shouts(answer: Callable[[str], str]) -> str:
    """a function that takes a name and returns it in capitals"""
    said = answer("ada")
    if said != "ADA":
        raise Wrong(f"for 'ada' your function returns {said!r}, and not 'ADA'")
    return "Loud and clear."


@exercise("9.9.2")
def counts_items(answer: dict[str, int]) -> None:
    """a dictionary of items and how many there are"""
    if sum(answer.values()) != 3:
        raise Wrong(f"there are {sum(answer.values())} items, not 3")

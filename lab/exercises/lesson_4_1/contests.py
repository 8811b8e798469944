"""Who has won what in 4.1.4, and whether the services were told just that."""

from collections.abc import Iterable

from lab.exercises.lesson_4_1.publisher import Publisher

WINNER = "mina"
PICTURES = {"spring": "a drawing of a fox", "autumn": "a drawing of an owl"}
"""The picture of each contest."""


def misunderstanding(publisher: Publisher, contests: Iterable[str]) -> str:
    """What a service was told that is not so, in half a sentence; empty where all are told what is so."""
    contents = [file.get("content") for file in publisher.files.values()]
    for contest in contests:
        if PICTURES[contest] not in contents:
            return f"the picture, {PICTURES[contest]!r}, is no file's content: archive keeps {contents!r:.60}"
    for (player, _), grant in publisher.crowns.items():
        if player != WINNER:
            return f"something is given to {player!r:.60}, and {WINNER!r} has won"
        if grant.get("item") != "crown":
            return f"the item that {player} gets is {grant.get('item')!r:.60}, and it should be 'crown'"
    for notice in publisher.notices.values():
        text = notice.get("text")
        if not isinstance(text, str) or not text.strip():
            return f"the notice congratulates nobody: its text is {text!r:.60}"
    return ""

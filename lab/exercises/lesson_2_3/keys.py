"""Which relations leave their database."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_2_3.asking import TABLE
from lab.exercises.shapes import in_order

Key = tuple[str, str]
"""A foreign key: the field, as app.Model.field, and the model that it points to, as app.Model."""

# So many that a set does not come out in this order by luck, and not in the order of the alphabet either.
MANY: list[Key] = [(f"vid.Vid.of_{number}", "player.Player") for number in range(12, 0, -1)]
CASES: tuple[tuple[list[Key], list[str], str], ...] = (
    ([("player.Grant.player", "player.Player")], [], "both are in the app player"),
    ([("player.Player.device", "vid.Vid")], ["player.Player.device"], "players and devices have a database each"),
    ([("app.Version.file", "archive.File")], [], "app and archive are two apps and share one database"),
    (
        [("archive.File.uploaded_by", "auth.User")],
        ["archive.File.uploaded_by"],
        "auth is not in the table, so users live in 'default'",
    ),
    ([("admin.LogEntry.user", "auth.User")], [], "neither is in the table: both live in 'default'"),
    (
        [("notes.Note.player", "player.Player"), ("notes.Note.author", "auth.User"), ("vid.Vid.note", "notes.Note")],
        ["notes.Note.player", "vid.Vid.note"],
        "notes are in 'default', with the users and without the players; and they are wanted in this order",
    ),
    ([], [], "where there are no keys, none leaves"),
    (MANY, [field for field, _ in MANY], "all of them leave, and in the order in which you were given them"),
)


@exercise(
    "2.3.4",
    hints=(
        "The app is what stands before the first dot, on both sides.",
        "Do not compare apps. Compare the databases that they live in: app and archive share one.",
        "An app that is not in the table lives in 'default', and so may both of them.",
    ),
)
def crossing(answer: Any) -> str:
    """a function that takes foreign keys, (field, model pointed to), and a table, and returns the fields that cross"""
    for keys, wanted, why in CASES:
        got = in_order(answer(list(keys), dict(TABLE)), "fields")
        if got != wanted:
            raise Wrong(f"For {keys} it should be {wanted}: {why}. You say {got!r}.")
    return (
        "Right. Each of these becomes a plain field with an id in it, and somebody who asks whether it is still true."
    )

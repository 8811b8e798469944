"""1.1.3: a path as text."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.wsgi import environ_for


@exercise(
    "1.1.3",
    hints=(
        "Two steps: from characters back to the bytes that came over the wire, then from bytes to text.",
        "Which encoding has exactly one character for each byte, and is named in this section?",
        "Somebody will send bytes that are no UTF-8 at all. `decode` has an argument for such days.",
    ),
)
def path_of(answer: Any) -> str:
    """a function that takes an environ and returns its path as text"""
    for path in ("/menu", "/메뉴", "/카페/라떼", "/café", "/100%25"):
        native = path.encode().decode("latin-1")
        got = answer(environ_for(native))
        if got != path:
            raise Wrong(
                f"A guest asked for {path!r}, so PATH_INFO is {native!r}. You gave back {got!r}"
                f"{'' if isinstance(got, str) else f', a {type(got).__name__}'}."
            )
    broken = b"/\xff\xfe".decode("latin-1")
    try:
        got = answer(environ_for(broken))
    except UnicodeError as error:
        raise Wrong(
            f"A stranger sent bytes that are no UTF-8 (PATH_INFO {broken!r}), and your function raised "
            f"{type(error).__name__}: a stranger should not be able to cause a 500."
        ) from error
    if not isinstance(got, str):
        raise Wrong(f"For PATH_INFO {broken!r} you gave back {got!r}, and a path is text.")
    return "Right. And now you can read rubble: it is UTF-8 that somebody took for Latin-1."

"""1.3.4: what may be kept for ever."""

from typing import Any

from lab.checks import Wrong, exercise

FOR_EVER = "public, max-age=31536000, immutable"


ASK_FIRST = "no-cache"


KEPT = {
    "/static/notice/notice.3f2a9c0d1b4e.css": FOR_EVER,
    "/static/link/copy.0123456789ab.js": FOR_EVER,
    "/static/notice/notice.css": ASK_FIRST,
    "/static/vendor/jquery.min.js": ASK_FIRST,
    "/static/photo.20261125.jpg": ASK_FIRST,
    "/static/photo.cappuccinos1.jpg": ASK_FIRST,  # twelve, and not hexadecimal
    "/static/notice.3f2a9c0d1b4e.old/notice.css": ASK_FIRST,  # a folder's name
    "/guests/static/notice.3f2a9c0d1b4e.css": ASK_FIRST,
    "/board/": ASK_FIRST,
    "/l/summer.3f2a9c0d1b4e.css": ASK_FIRST,
    "/static/robots.txt": ASK_FIRST,
}


@exercise(
    "1.3.4",
    hints=(
        "Two questions: is it under /static/, and does the name hold a hash?",
        r"A regular expression says both: a dot, twelve of [0-9a-f], and a dot.",
        "re.fullmatch looks at the whole path, so a hash somewhere in the middle of something else does not count.",
    ),
)
def cache_control(answer: Any) -> str:
    """a function that takes a path and returns the value of Cache-Control"""
    for path, expected in KEPT.items():
        got = answer(path)
        if got not in (FOR_EVER, ASK_FIRST):
            raise Wrong(f"For {path} you return {got!r}: it should be {FOR_EVER!r} or {ASK_FIRST!r}.")
        if got != expected:
            because = (
                "its name holds the hash of what is in it, and will never mean anything else"
                if expected == FOR_EVER
                else "tomorrow the same address may answer something else, and browsers would not ask for a year"
            )
            raise Wrong(f"For {path} it should be {expected!r}: {because}. You return {got!r}.")
    return "Right. For ever is for names that cannot change their mind."

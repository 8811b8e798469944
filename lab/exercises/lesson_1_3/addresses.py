"""1.3.3: whose address it is."""

from typing import Any

from lab.checks import Wrong, exercise

NGINX, EDGE = "127.0.0.1", "10.0.0.2"


GUEST, LIE = "198.51.100.7", "203.0.113.9"


VISITS = (  # what happened, the peer, the header, who is trusted, who it was
    ("A guest comes straight to you and says nothing", GUEST, None, {NGINX}, GUEST),
    ("A guest comes by way of nginx", NGINX, GUEST, {NGINX}, GUEST),
    ("nginx itself asks whether you are well", NGINX, "", {NGINX}, NGINX),
    ("A guest comes straight to you and lies", GUEST, LIE, {NGINX}, GUEST),
    ("A guest lies to a proxy that adds to the header", NGINX, f"{LIE}, {GUEST}", {NGINX}, GUEST),
    ("A guest lies, with two proxies on the way", NGINX, f"{LIE}, {GUEST},{EDGE}", {NGINX, EDGE}, GUEST),
    ("A guest lies, and comes by way of one of the two", NGINX, f"{LIE}, {GUEST}", {NGINX, EDGE}, GUEST),
    ("A guest claims to be one of the proxies", NGINX, f"{EDGE}, {GUEST}", {NGINX, EDGE}, GUEST),
    ("One proxy asks through the other", NGINX, EDGE, {NGINX, EDGE}, EDGE),
)


@exercise(
    "1.3.3",
    hints=(
        "Only who is trusted may tell you about somebody else. Is the peer trusted?",
        "Each proxy adds on the right whom it saw. So the right end is the newest, and the left end anybody's guess.",
        "Make one list, [*claimed, peer], and go through it from the right: the first who is not trusted is the guest.",
    ),
)
def client_address(answer: Any) -> str:
    """a function that takes peer, forwarded and trusted, and returns an address"""
    for what, peer, forwarded, trusted, expected in VISITS:
        got = answer(peer, forwarded, set(trusted))
        if got != expected:
            raise Wrong(
                f"{what}: the peer is {peer}, X-Forwarded-For is {forwarded!r}, trusted are "
                f"{', '.join(sorted(trusted))}. That was {expected}, and you say {got!r}."
            )
    return "Right. Whoever bans, counts or bills by address can now use it."

"""3.4.1: what an image's name means, in full."""

from typing import Any

from lab.checks import Wrong, exercise

HUB = "docker.io"
DIGEST = f"sha256:{'5e' * 32}"

CASES = [
    ("notice", (HUB, "library/notice", "latest", "")),
    ("notice:1.4", (HUB, "library/notice", "1.4", "")),
    ("clever/notice", (HUB, "clever/notice", "latest", "")),
    ("clever/games/notice:1.4", (HUB, "clever/games/notice", "1.4", "")),
    ("registry.example/notice", ("registry.example", "notice", "latest", "")),
    ("registry.example/clever/notice:1.4", ("registry.example", "clever/notice", "1.4", "")),
    ("localhost/notice:1.4", ("localhost", "notice", "1.4", "")),
    ("127.0.0.1:5000/clever/notice:1.4", ("127.0.0.1:5000", "clever/notice", "1.4", "")),
    ("registry:5000/notice", ("registry:5000", "notice", "latest", "")),
    (f"notice@{DIGEST}", (HUB, "library/notice", "", DIGEST)),
    (f"127.0.0.1:5000/clever/notice@{DIGEST}", ("127.0.0.1:5000", "clever/notice", "", DIGEST)),
    (f"registry:5000/notice:1.4@{DIGEST}", ("registry:5000", "notice", "1.4", DIGEST)),
    ("docker.io/notice:1.4", (HUB, "library/notice", "1.4", "")),
]
PARTS = ("registry", "repository", "tag", "digest")


@exercise(
    "3.4.1",
    hints=(
        'Take it apart from behind: first name, _, digest = reference.partition("@").',
        'What stands before the first slash is a host if it is "localhost", or if there is a dot or a colon in it.',
        "A colon belongs to a tag only after the host is off: the other one is a port's.",
    ),
)
def read_reference(answer: Any) -> str:
    """a function of one text, which returns four texts: registry, repository, tag, digest"""
    for reference, wanted in CASES:
        shown = reference.replace(DIGEST, f"{DIGEST[:11]}…")
        try:
            got = tuple(answer(reference))
        except Exception as error:
            raise Wrong(f"With {shown!r} it raised {type(error).__name__}: {error}") from error
        if len(got) != len(PARTS):
            raise Wrong(f"With {shown!r} you return {len(got)} parts. Four are wanted: {', '.join(PARTS)}.")
        for part, mine, yours in zip(PARTS, wanted, got, strict=True):
            if mine != yours:
                raise Wrong(f"{shown!r}: its {part} is {mine[:60]!r}, and you say {yours!r:.80}.")
    return "Right. Now you know where a name without a host goes: to the largest shop in town."

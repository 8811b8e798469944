"""3.4.3: a name that can mean one image only."""

import json
from hashlib import sha256
from typing import Any

from lab.checks import Wrong, exercise


def _digest(text: bytes) -> str:
    return f"sha256:{sha256(text).hexdigest()}"


def _manifest(drink: str, **style: Any) -> bytes:
    parts = [{"digest": _digest(f"{drink} {number}".encode()), "size": 32 * number} for number in (1, 2)]
    content = {"schemaVersion": 2, "config": {"digest": _digest(drink.encode())}, "layers": parts, "drink": drink}
    return json.dumps(content, **style).encode()


CASES = [
    ("127.0.0.1:5000/cafe/menu", _manifest("latte", indent=3)),
    ("registry.example/clever/notice", _manifest("hongcha", separators=(",", ":"))),
    ("cafe/menu", _manifest("아메리카노", ensure_ascii=False)),
]


@exercise(
    "3.4.3",
    hints=(
        "A manifest's digest is made of the manifest itself, byte for byte as it came.",
        "hashlib.sha256(manifest).hexdigest() are the 64 letters. What stands before them?",
    ),
)
def by_digest(answer: Any) -> str:
    """a function of a repository's name and a manifest in bytes, which returns a name by digest"""
    for repository, manifest in CASES:
        try:
            got = answer(repository, manifest)
        except Exception as error:
            raise Wrong(f"With a manifest in {repository} it raised {type(error).__name__}: {error}") from error
        _judge(got, repository, manifest)
    return "Right. Whoever has this name gets these bytes, or an error, from whichever registry."


def _judge(got: Any, repository: str, manifest: bytes) -> None:
    wanted, content = f"{repository}@{_digest(manifest)}", json.loads(manifest)
    if got == wanted:
        return
    if not isinstance(got, str):
        raise Wrong(f"A text is wanted, such as {wanted[:60]}…, and you return {got!r:.60}.")
    if content["config"]["digest"].removeprefix("sha256:") in got:
        raise Wrong(
            "That is the digest of its settings, the first thing that it lists. `docker images` may show it as the "
            "image's id. A registry knows an image by the digest of its manifest."
        )
    if _digest(manifest).removeprefix("sha256:") in got:
        raise Wrong(f"The 64 letters are right, the rest is not: {wanted[:60]}… is wanted, {got[:60]}… is yours.")
    raise Wrong(
        f"{wanted[:60]}… is wanted, and you return {got[:60]!r}. Are these the bytes as they came? Read and written "
        "anew, a manifest says the same and has another digest."
    )

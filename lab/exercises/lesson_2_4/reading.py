"""2.4.1: what an Authorization header says."""

from base64 import b64encode
from typing import Any

from lab.checks import Wrong, exercise

MALFORMED = "malformed"


def _basic(pair: bytes, scheme: str = "Basic") -> str:
    return f"{scheme} {b64encode(pair).decode()}"


CASES: list[tuple[str, str, Any]] = [
    ("a name and a secret", _basic(b"coupon:s3cret"), ("coupon", "s3cret")),
    ("no header", "", None),
    ("a bearer token", "Bearer abc.def", None),
    ("a scheme that only begins like Basic", _basic(b"coupon:s3cret", "BasicToken"), None),
    ("the scheme in small letters, as HTTP allows", _basic(b"coupon:s3cret", "basic"), ("coupon", "s3cret")),
    ("the scheme in capitals, as HTTP allows", _basic(b"coupon:s3cret", "BASIC"), ("coupon", "s3cret")),
    ("a secret with colons in it", _basic(b"coupon:a:b:c"), ("coupon", "a:b:c")),
    ("a secret in Korean", _basic("coupon:비밀".encode()), ("coupon", "비밀")),
    ("an empty secret", _basic(b"coupon:"), ("coupon", "")),
    ("noise in place of base64", "Basic !!!", MALFORMED),
    ("noise in the middle of base64", f"Basic Y29!{b64encode(b'coupon:s3cret').decode()[3:]}", MALFORMED),
    ("bytes that are no UTF-8", _basic(b"coupon:\xff\xfe"), MALFORMED),
    ("no colon", _basic(b"coupon"), MALFORMED),
    ("no name", _basic(b":s3cret"), MALFORMED),
    ("the scheme alone", "Basic", MALFORMED),
]


@exercise(
    "2.4.1",
    hints=(
        'authorization.partition(" ") gives the scheme and what follows it. Compare the scheme in small letters.',
        "binascii.Error and UnicodeDecodeError are both kinds of ValueError: catch that one.",
        'pair.partition(":") splits at the first colon, and its middle is empty where there was none.',
    ),
)
def read_basic(answer: Any) -> str:
    """a function of one text, which returns a pair, None or "malformed" """
    for what, header, wanted in CASES:
        try:
            got = answer(header)
        except Exception as error:
            raise Wrong(f"With {what} ({header!r}) it raised {type(error).__name__}: a 500 for the caller.") from error
        if (tuple(got) if isinstance(got, list) else got) != wanted:
            raise Wrong(f"With {what} ({header!r}) it should return {wanted!r}. You return {got!r:.60}.")
    return "Right. Whoever sends noise is told so, and nobody is woken up for it."

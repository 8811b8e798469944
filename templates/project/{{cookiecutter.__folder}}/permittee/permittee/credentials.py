"""HTTP Basic (RFC 7617): who says that it is calling, and the digest of what it knows."""

import base64
import binascii
import re
from dataclasses import dataclass, field
from hashlib import sha256

LONGEST_NAME = 255
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # the RFC forbids them, and logs mind them


class Malformed(Exception):
    """There are Basic credentials, and they cannot be read. Says nothing of what was in them."""


@dataclass(frozen=True)
class Credentials:
    """A name, and the SHA-256 of the secret that came with it. The secret itself is forgotten as soon as it is read.

    The digest is left out of the repr: it is all that a permitter keeps, and no log needs it.
    """

    name: str
    digest: str = field(repr=False)


def read_basic(authorization: str) -> Credentials | None:
    """The credentials in an Authorization header; None where there are none, or they are of another scheme.

    Raises Malformed.
    """
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        pair = base64.b64decode(value, validate=True).decode()
    except (binascii.Error, ValueError):  # no base64, or no UTF-8
        raise Malformed from None
    name, colon, secret = pair.partition(":")
    if not colon or not 0 < len(name) <= LONGEST_NAME:
        raise Malformed
    if CONTROL.search(pair):
        raise Malformed
    return Credentials(name, digest_of(secret))


def digest_of(secret: str) -> str:
    """What a permitter keeps of a secret: SHA-256, in hexadecimal.

    A fast digest is right for a long random secret, in which there is nothing to guess. It would be wrong for a word
    that somebody has chosen.
    """
    return sha256(secret.encode()).hexdigest()

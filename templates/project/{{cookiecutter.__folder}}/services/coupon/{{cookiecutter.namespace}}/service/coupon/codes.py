"""Codes as people read them out, and as the database keeps them.

The alphabet is Crockford's base 32: no I, L, O or U, so that nothing in a code is taken for something else, and whoever
types one of those all the same is understood.
"""

import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12  # characters of a code that we make: 60 bits, too many to guess
LONGEST = 32  # characters of any code; staff may make one of their own, such as WELCOME2026

_MEANT = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def canonical(text: str) -> str | None:
    """`text` as the database keeps it: `7k2m-9oab` is `7K2M90AB`. None where it can be no code."""
    # NFKC: a Korean or Japanese keyboard left in full-width mode types Ａ for A.
    letters = unicodedata.normalize("NFKC", text).upper()
    kept = "".join(letter for letter in letters if not letter.isspace() and unicodedata.category(letter) != "Pd")
    code = kept.translate(_MEANT)
    return code if 0 < len(code) <= LONGEST and set(code) <= set(ALPHABET) else None


def readable(code: str) -> str:
    """A canonical code in groups of four, as it is printed: `7K2M-90AB`."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))

"""Slugs that we choose ourselves."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # without those that are confused when they are read aloud or copied
LENGTH = 7  # 31 to the 7th: 27 thousand million, so hardly ever one that is taken, and none that can be guessed


def new_slug() -> str:
    """A slug by chance, such as `k7wm2xq`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))

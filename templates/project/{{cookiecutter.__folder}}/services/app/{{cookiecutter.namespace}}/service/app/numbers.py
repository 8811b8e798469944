"""Version numbers as integers, so that a database sorts 1.10.0 after 1.9.0."""

BASE = 100_000  # each part is smaller, by the contract


def rank_of(number: str) -> int:
    """One integer that is larger for a later version: `1.4.2` as 1_00004_00002."""
    major, minor, patch = (int(part) for part in number.split("."))
    return (major * BASE + minor) * BASE + patch

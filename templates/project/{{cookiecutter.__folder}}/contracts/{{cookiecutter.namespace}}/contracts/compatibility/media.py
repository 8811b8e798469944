"""Media types and ranges of them."""


def covers(wide: str, narrow: str) -> bool:
    """Whether every media type of `narrow` is one of `wide`: `*/*` covers `image/*`, which covers `image/png`."""
    wide_kind, _, wide_form = wide.partition("/")
    kind, _, form = narrow.partition("/")
    return wide_kind in ("*", kind) and wide_form in ("*", form)

"""2.5.5: which index each package comes from."""

import tomllib
from typing import Any
from urllib.parse import urlsplit

from packaging.utils import canonicalize_name

from lab.checks import Wrong, exercise

SHOP = "http://127.0.0.1:3141/cafe/shop/+simple/"
PYPI = "PyPI"
OURS, THEIRS = "clever-service-coupon", "django"
OTHER_WAYS = {"index-url", "extra-index-url", "find-links"}  # older words, which know nothing of explicit


@exercise(
    "2.5.5",
    hints=(
        "[[tool.uv.index]] has two brackets: there may be several. It takes name, url, and explicit = true.",
        "An explicit index is asked for nothing, unless [tool.uv.sources] sends somebody there.",
        'clever-service-coupon = { index = "shop" }, in the table [tool.uv.sources].',
    ),
)
def where_from(answer: Any) -> str:
    """the text of a pyproject.toml's [tool.uv] tables"""
    if not isinstance(answer, str):
        raise Wrong(f"A text is wanted. You gave {type(answer).__name__}.")
    try:
        tool = tomllib.loads(answer).get("tool")
    except tomllib.TOMLDecodeError as error:
        raise Wrong(f"This is not TOML: {error}.") from error
    uv = tool.get("uv") if isinstance(tool, dict) else None
    if not isinstance(uv, dict) or not isinstance(uv.get("index"), list):
        raise Wrong("There is no [[tool.uv.index]], with two brackets.")
    if uv.get("index-strategy", "first-index") != "first-index":
        raise Wrong("With that index-strategy every index is asked, and the highest number wins, whoever gave it.")
    if others := uv.keys() & OTHER_WAYS:
        raise Wrong(f"{others.pop()} is asked for every package. The [[tool.uv.index]] tables are enough.")
    indexes = [_index(one) for one in uv["index"] if isinstance(one, dict)]
    if SHOP not in [one.get("url") for one in indexes]:
        raise Wrong(f"No index has the address {SHOP}.")
    for package, wanted in ((OURS, [SHOP]), (THEIRS, [PYPI])):
        asked = _asked(package, indexes, uv.get("sources", {}))
        if asked != wanted:
            raise Wrong(f"For {package}, uv asks {_named(asked)}; wanted is {_named(wanted)} alone.")
    return "Right. Ours comes from the shop and from nowhere else, and the shop is not asked for anything else."


def _index(table: dict[str, Any]) -> dict[str, Any]:
    """An index with its address as the shop's or PyPI's, however it is spelled. Raises Wrong."""
    for word in ("explicit", "default"):
        if not isinstance(table.get(word, False), bool):
            raise Wrong(f"{word} is {table[word]!r}, and uv wants true or false there, without quotation marks.")
    url = str(table.get("url", ""))
    if (urlsplit(url).hostname or "").startswith("pypi."):
        return table | {"url": PYPI}
    return table | {"url": SHOP if url.rstrip("/") == SHOP.rstrip("/") else url}


def _asked(package: str, indexes: list[dict[str, Any]], sources: Any) -> list[str]:
    """The indexes that uv asks for a package, in order: the first that knows it is the only one that counts."""
    by_name = {canonicalize_name(name): source for name, source in sources.items()} if isinstance(sources, dict) else {}
    source = by_name.get(canonicalize_name(package))
    if isinstance(source, list) and len(source) == 1:
        source = source[0]  # uv takes several, for several systems
    if source is not None:
        name = source.get("index") if isinstance(source, dict) else None
        found = [one["url"] for one in indexes if name is not None and one.get("name") == name]
        if not found:
            raise Wrong(f"[tool.uv.sources] sends {package} to {source!r}, and no index is called that.")
        if "marker" in source:
            raise Wrong(f"On a machine that {source['marker']!r} does not fit, {package} comes from anywhere.")
        return found
    open_to_all = [one["url"] for one in indexes if not one.get("explicit") and not one.get("default")]
    default = [one["url"] for one in indexes if one.get("default")]
    return list(dict.fromkeys([*open_to_all, *(default or [PYPI])]))


def _named(asked: list[str]) -> str:
    return ", then ".join("the shop" if one == SHOP else one for one in asked)

"""The built site asks no other host for anything."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

# Attributes by which a browser loads something without being asked. `a href` is a link for people.
LOADING = {
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "form": ("action",),
}
# `link rel`s that only state something.
STATING = {"canonical", "alternate", "next", "prev", "license", "author"}

_ELSEWHERE = re.compile(r"^\s*(https?:)?//", re.IGNORECASE)
_IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?((?:https?:)?//[^\"')\s;]+)", re.IGNORECASE)


def problems(site: Path) -> Iterator[str]:
    """A line for each thing that a browser would fetch from another host."""
    for file in sorted(site.rglob("*")):
        if file.suffix == ".html":
            text = file.read_text(encoding="utf-8")
            found = [*in_html(text), *in_style(text)]
        elif file.suffix == ".css":
            found = in_style(file.read_text(encoding="utf-8"))
        else:
            continue
        yield from (f"{file.relative_to(site)}: loads {address}" for address in found)


def in_html(text: str) -> list[str]:
    reader = _Reader()
    reader.feed(text)
    return reader.found


def in_style(text: str) -> list[str]:
    return _IN_STYLE.findall(text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "link" and STATING & set(values.get("rel", "").split()):
            return
        self.found += [values[name] for name in LOADING.get(tag, ()) if _ELSEWHERE.match(values.get(name, ""))]

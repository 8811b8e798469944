"""A form of a page, filled in as a browser would send it."""

from collections.abc import Mapping
from html.parser import HTMLParser

import httpx2


class _Fields(HTMLParser):
    """The fields of a page's forms with what they hold at first."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        has = dict(attributes)
        name = has.get("name") or ""
        if tag == "select":
            self._select = name
        elif tag == "option" and "selected" in has and self._select:
            self.values[self._select] = has.get("value") or ""
        elif tag == "textarea" and name:
            self.values[name] = ""
        elif tag == "input" and name and not self._is_off(has):
            self.values[name] = has.get("value") or ""

    @staticmethod
    def _is_off(has: Mapping[str, str | None]) -> bool:
        """A button that nobody pressed, or a box without its tick."""
        kind = has.get("type")
        return kind == "submit" or (kind in {"checkbox", "radio"} and "checked" not in has)


def send(client: httpx2.Client, url: str, **values: str) -> httpx2.Response:
    """Open a page, fill in its form, and send it. Where the page itself does not open, that is the answer."""
    page = client.get(url)
    if not page.is_success:
        return page
    filled = _Fields(page.text).values | values
    return client.post(url, data=filled, headers={"Referer": url})

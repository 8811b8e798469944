"""Somebody who visits an admin page, as a browser does."""

from contextlib import suppress
from typing import Any, Self
from uuid import uuid4

import httpx2

from lab.json_admin.serving import Both

GOOD = {"starts_at": "2026-12-01 00:00", "ends_at": "2026-12-24 00:00", "limit_total": "10", "active": "on"}


class Visitor:
    """Mina, Ben, or a stranger (no name), in one of the two admins."""

    list: str
    """The address of the list of campaigns."""

    def __init__(self, url: str, token: str) -> None:
        self._browser = httpx2.Client(base_url=url, timeout=10, trust_env=False, follow_redirects=True)
        self._token = token  # the name of the cookie that a form's token is also in

    def get(self, path: str = "") -> httpx2.Response:
        """A page, by its path below the list."""
        return self._browser.get(self.list + path)

    def send(self, path: str, form: dict[str, str]) -> httpx2.Response:
        """Read a form and send it, with the token that was in it. A page that is refused is the answer."""
        page = self.get(path)
        if page.status_code != 200:
            return page
        token = self._browser.cookies.get(self._token, "")
        return self._browser.post(page.url, data={**form, "csrfmiddlewaretoken": token})

    def add(self, **changes: str) -> str:
        """Add a campaign that is in order but for `changes`, under a name of its own. Returns the name."""
        name = f"Campaign {uuid4().hex[:8]}"
        self.answer = self.send("add/", self.filled({**GOOD, "name": name, **changes}))
        return name

    def sees(self, name: str, path: str = "") -> bool:
        page = self.get(path)
        return page.status_code == 200 and name in page.text

    def filled(self, form: dict[str, str]) -> dict[str, str]:
        """A form's values under the names that this admin gives them."""
        return form

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self._browser.close()


class InDjangos(Visitor):
    list = "/admin/coupons/campaign/"

    def __init__(self, both: Both, name: str) -> None:
        super().__init__(both.coupons.url, "coupons_csrf")
        if name:
            self._browser.get("/admin/login/")
            form = {"username": name, "password": both.password, "next": "/admin/"}
            token = {"csrfmiddlewaretoken": self._browser.cookies["coupons_csrf"]}
            self._browser.post("/admin/login/", data={**form, **token})

    def filled(self, form: dict[str, str]) -> dict[str, str]:
        """Django's admin asks for a day and a time of day, each by itself."""
        halves = {}
        for name in ("starts_at", "ends_at"):
            with suppress(KeyError):
                halves[f"{name}_0"], _, halves[f"{name}_1"] = form[name].partition(" ")
        return {**form, **halves}


class InJson(Visitor):
    list = "/"

    def __init__(self, both: Both, name: str) -> None:
        super().__init__(both.office.url, "office_csrf")
        if name:
            self._browser.auth = (name, both.password)

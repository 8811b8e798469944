"""Somebody at a desk: logged in to a stage's admin, until they go home."""

import re
from html import escape, unescape
from typing import Any, Self

import httpx2

from lab.display import Shown
from lab.errors import LabError
from lab.running.stages import Stage

LOGIN = "/admin/login/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Person(Shown):
    """A member of staff in the admin of a stage. Raises LabError where the stage does not let them in."""

    def __init__(self, stage: Stage, name: str, password: str, *, role: str) -> None:
        self.role = role
        self._stage = stage
        self._browser = httpx2.Client(base_url=stage.url, timeout=20, trust_env=False, follow_redirects=True)
        answer = self.send(LOGIN, {"username": name, "password": password, "next": "/admin/"})
        if answer.url.path != "/admin/":
            self.go_home()
            raise LabError(f"the admin of {stage.name} does not let {name!r} in: it answered {answer.status_code}")

    def get(self, path: str) -> httpx2.Response:
        """A page of the admin, by its path."""
        return self._ask("GET", path)

    def may(self, path: str) -> bool:
        """Whether this person may open a page. Raises LabError where the answer is neither yes nor no."""
        status = self.get(path).status_code
        if status not in {200, 403}:
            raise LabError(f"{self._stage.name} answered {status} to {path}: is that a page of the admin?")
        return status == 200

    def send(self, path: str, form: dict[str, Any]) -> httpx2.Response:
        """Open a form and send it, filled in. A page that is refused is the answer."""
        page = self.get(path)
        token = TOKEN.search(page.text)
        if page.status_code != 200 or token is None:
            return page
        filled = {"csrfmiddlewaretoken": token[1], **form}
        return self._ask("POST", path, data=filled, headers={"Referer": str(page.url)})

    def choices(self, page: str) -> dict[str, str]:
        """The options of the select boxes of a page: their values, by what they are called."""
        return {unescape(name.strip()): value for value, name in re.findall(r'<option value="(\w+)"[^>]*>(.*?)<', page)}

    def go_home(self) -> None:
        self._browser.close()

    def _ask(self, method: str, path: str, **options: Any) -> httpx2.Response:
        try:
            return self._browser.request(method, path, **options)
        except httpx2.TransportError as error:
            raise LabError(f"the admin of {self._stage.name} did not answer at {path} ({error}): is it up?") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.go_home()

    def text(self) -> str:
        return f"{self.role}, at the admin of {self._stage.name}"

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'

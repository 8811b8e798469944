"""Three small services in one process, and a line to them that can break."""

import re
from typing import Any
from uuid import uuid4

from lab.checks import Wrong

Body = dict[str, Any]

ARRANGEMENTS: list[dict[str, str]] = [
    {service: f"http://publisher/api/{service}" for service in ("archive", "player", "notice")},
    {service: f"http://{service}:8000/api/{service}" for service in ("archive", "player", "notice")},
]
"""Where the services are: all at one address, or each at its own."""

PATHS = {
    "archive": re.compile("/files(?:/(?P<id>[^/]+))?"),
    "player": re.compile("/players/(?P<player>[^/]+)/grants(?:/(?P<id>[^/]+))?"),
    "notice": re.compile("/notices(?:/(?P<id>[^/]+))?"),
}
"""What each service has: PUT with an id at the end, and POST without."""


class Cut(ConnectionError):
    """The line broke. Whether the request was carried out, whoever sent it cannot know."""


class Publisher:
    """What was made, by id, and crowns by player and key. Request number `cut_at` breaks off, once, before or after it
    is carried out.
    """

    def __init__(self, at: dict[str, str], *, cut_at: int = 0, carried_out: bool = False) -> None:
        self.at = at
        self.requests = 0
        self.cut = ""
        self._cut_at = cut_at
        self._carried_out = carried_out
        self.files: dict[str, Body] = {}
        self.crowns: dict[tuple[str, str], Body] = {}
        self.notices: dict[str, Body] = {}

    def ask(self, method: str, url: str, body: Body) -> Body:
        """Carry out a request. Raises Cut where the line breaks, and Wrong for one that no service has."""
        self.requests += 1
        if self.requests != self._cut_at:
            return self._carry_out(method, url, body)
        self.cut = f"{method} {url.partition('/api')[2]}"
        if self._carried_out:
            self._carry_out(method, url, body)
        raise Cut(f"the line broke at request {self.requests}")

    def _carry_out(self, method: str, url: str, body: Body) -> Body:
        service, path = self._service_of(url)
        found = PATHS[service].fullmatch(path.rstrip("/"))
        if found is None or method != ("PUT" if found["id"] else "POST"):
            raise Wrong(f"{service} has no operation {method} {path}: look at the table again.")
        if not isinstance(body, dict):
            raise Wrong(f"{method} {path} wants a dictionary as its body, and has got {body!r:.60}.")
        id = found["id"] or str(uuid4())
        if service == "player":
            self.crowns.setdefault((found["player"], id), body)
        else:
            (self.files if service == "archive" else self.notices).setdefault(id, body)
        return {**body, "id": id}

    def _service_of(self, url: str) -> tuple[str, str]:
        for service, address in self.at.items():
            if url.startswith(address + "/"):
                return service, url.removeprefix(address)
        raise Wrong(f"Nobody is at {url!r:.90}. The services are at {', '.join(self.at.values())}.")

    @property
    def whole(self) -> bool:
        """Whether there is something of each kind."""
        return bool(self.files and self.crowns and self.notices)

    def lie(self) -> str:
        """What people read on the board that is not there; empty where all of it is."""
        for notice in self.notices.values():
            if str(notice.get("picture")) not in self.files:
                return f"a notice with a picture that is not there ({notice.get('picture')!r})"
        if len(self.notices) > len(self.crowns):
            return "of a crown that nobody has been given"
        return ""

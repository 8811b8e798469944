"""Three small services in one process, and a line to them that can break."""

from typing import Any
from uuid import uuid4

from lab.checks import Wrong

ARRANGEMENTS: list[dict[str, str]] = [
    {service: f"http://publisher/api/{service}" for service in ("archive", "player", "notice")},
    {service: f"http://{service}:8000/api/{service}" for service in ("archive", "player", "notice")},
]
"""Where the services are: all at one address, or each at its own."""

LISTS = {"archive": "files", "notice": "notices", "player": "grants"}


class Cut(ConnectionError):
    """The line broke. Whether the request was carried out, whoever sent it cannot know."""


class Publisher:
    """What was made, by id. Request number `cut_at` breaks off, once, before or after it is carried out."""

    def __init__(self, at: dict[str, str], *, cut_at: int = 0, carried_out: bool = False) -> None:
        self.at = at
        self.requests = 0
        self.cut = ""
        self._cut_at = cut_at
        self._carried_out = carried_out
        self.files: dict[str, Any] = {}
        self.crowns: dict[str, Any] = {}
        self.notices: dict[str, Any] = {}

    def ask(self, method: str, url: str, body: dict[str, Any]) -> dict[str, Any]:
        """Carry out a request. Raises Cut where the line breaks, and Wrong for one that no service has."""
        self.requests += 1
        if self.requests != self._cut_at:
            return self._carry_out(method, url, body)
        self.cut = f"{method} {url.partition('/api')[2]}"
        if self._carried_out:
            self._carry_out(method, url, body)
        raise Cut(f"the line broke at request {self.requests}")

    def _carry_out(self, method: str, url: str, body: dict[str, Any]) -> dict[str, Any]:
        service, path = self._service_of(url)
        *folder, last = path.strip("/").split("/")
        if method == "PUT" and folder[-1:] == [LISTS[service]] and last:
            return self._put(service, last, body, path)
        if method == "POST" and last == LISTS[service]:
            return self._put(service, str(uuid4()), body, path)
        raise Wrong(f"{service} has no operation {method} {path}: look at the table again.")

    def _service_of(self, url: str) -> tuple[str, str]:
        for service, address in self.at.items():
            if url.startswith(address + "/"):
                return service, url.removeprefix(address)
        raise Wrong(f"Nobody is at {url!r:.90}. The services are at {', '.join(self.at.values())}.")

    def _put(self, service: str, id: str, body: dict[str, Any], path: str) -> dict[str, Any]:
        if service == "player":
            player = path.strip("/").split("/")[1]
            self.crowns.setdefault(f"{player}/{id}", body)
        elif service == "archive":
            self.files.setdefault(id, body)
        else:
            self.notices.setdefault(id, body)
        return {**body, "id": id}

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

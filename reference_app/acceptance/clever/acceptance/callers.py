"""Those who stand at the door: strangers, devices, services and staff. The same headers in every stage."""

import base64
import ssl
from functools import cache
from typing import Any
from uuid import UUID

import httpx2

from clever.acceptance.addresses import Addresses
from clever.acceptance.pages import form_in
from clever.runner import Credentials

SECONDS = 30.0


@cache
def certificates() -> ssl.SSLContext:
    """By which a stage behind HTTPS is known. Read once: it takes longer than most requests, and callers are many."""
    return httpx2.create_ssl_context(trust_env=False)


class Caller:
    """Sends each request to where its path belongs, with this caller's headers. Without any: a stranger."""

    def __init__(self, addresses: Addresses, headers: dict[str, str] | None = None) -> None:
        self.addresses = addresses
        self.headers = headers or {}
        self.http = httpx2.Client(
            timeout=SECONDS,
            trust_env=False,
            verify=certificates(),
            limits=httpx2.Limits(max_connections=100, max_keepalive_connections=100),
        )

    def request(self, method: str, path: str, *, base: str = "", **request: Any) -> httpx2.Response:
        """`base` is only needed where the path does not say whose it is, such as /healthz."""
        headers = {**self.headers, **request.pop("headers", {})}
        return self.http.request(method, (base or self.addresses.of(path)) + path, headers=headers, **request)

    def get(self, path: str, **request: Any) -> httpx2.Response:
        return self.request("GET", path, **request)

    def post(self, path: str, **request: Any) -> httpx2.Response:
        return self.request("POST", path, **request)

    def put(self, path: str, **request: Any) -> httpx2.Response:
        return self.request("PUT", path, **request)

    def patch(self, path: str, **request: Any) -> httpx2.Response:
        return self.request("PATCH", path, **request)

    def made(self, method: str, path: str, **request: Any) -> Any:
        """The JSON of an answer that must be good, for what a test needs before it begins."""
        answer = self.request(method, path, **request)
        assert answer.is_success, f"{method} {path} answered {answer.status_code}: {answer.text[:300]}"
        return answer.json()


class Device(Caller):
    """A game on a phone, with a vid of its own."""

    SERVICE = "vid"  # that gives it its token

    def __init__(self, addresses: Addresses) -> None:
        token = Caller(addresses).made("POST", "/api/vid/vids", json={"platform": "android"})
        super().__init__(addresses, {"Authorization": f"Bearer {token['token']}"})
        self.vid_id = UUID(token["vid_id"])

    def new_player(self, nickname: str = "졸린 수달") -> str:
        """The id of a new player on this device."""
        player: str = self.made("POST", "/api/player/players", json={"nickname": nickname})["id"]
        return player


class Service(Caller):
    """A game server of the publisher's."""

    def __init__(self, addresses: Addresses, credentials: Credentials) -> None:
        pair = f"{credentials.caller_name}:{credentials.caller_secret}"
        super().__init__(addresses, {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"})


class Staff(Caller):
    """Somebody at a desk, with a browser. Not logged in until `log_in`."""

    def log_in(self, name: str, password: str) -> httpx2.Response:
        """The answer to the login form. A redirect means that it went well."""
        return self.send_form("/admin/login/", username=name, password=password, next="/admin/")

    def send_form(self, path: str, **fields: str) -> httpx2.Response:
        """Open the page at `path`, fill these fields in, leave the others as they are, and send the form.

        Field names that are no names in Python have their dashes written as double underscores.
        """
        form = form_in(self.get(path).text)
        form.update({name.replace("__", "-"): value for name, value in fields.items()})
        address = self.addresses.of(path) + path
        return self.post(path, data=form, headers={"Referer": address})

"""What is asked of two projects that share a table: each is read, and each is written to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2

from lab.skew.forms import send

PATIENCE = 10.0
"""Seconds until somebody who waits for an answer has not got one."""


class Questions:
    """Asks one project. `base` says where it is now, each time anew: it may have moved between two questions."""

    def __init__(self, base: Callable[[], str]) -> None:
        self._base = base
        # A connection for each question: one that is kept open would keep an old process waiting that is told to end.
        alone = httpx2.Limits(max_keepalive_connections=0)
        self._client = httpx2.Client(timeout=PATIENCE, trust_env=False, limits=alone)

    def _url(self, path: str) -> str:
        return self._base() + path

    def close(self) -> None:
        self._client.close()


class OfCoupon(Questions):
    """The service itself, over its API."""

    def __init__(self, base: Callable[[], str], caller: tuple[str, str]) -> None:
        super().__init__(base)
        self._client.auth = caller

    def reads(self) -> bool:
        return self._client.get(self._url("/api/coupon/campaigns")).status_code == httpx2.codes.OK

    def writes(self) -> bool:
        return self._client.post(self._url("/api/coupon/campaigns"), json=_campaign()).status_code == 201


class OfBackoffice(Questions):
    """A person in the admin, who looks at the campaigns and adds one."""

    def __init__(self, base: Callable[[], str], staff: tuple[str, str]) -> None:
        super().__init__(base)
        self._staff = staff

    def log_in(self) -> bool:
        name, password = self._staff
        return send(self._client, self._url("/admin/login/"), username=name, password=password).status_code == 302

    def reads(self) -> bool:
        return self._client.get(self._url("/admin/coupon/campaign/")).status_code == httpx2.codes.OK

    def writes(self) -> bool:
        made = _campaign()
        [item] = made["items"]
        begins, ends = made["starts_at"][:10], made["ends_at"][:10]
        answer = send(
            self._client,
            self._url("/admin/coupon/campaign/add/"),
            **{"name": made["name"], "starts_at_0": begins, "starts_at_1": "00:00:00"},
            **{"ends_at_0": ends, "ends_at_1": "00:00:00"},
            **{"items-0-item": item["item"], "items-0-count": str(item["count"])},
        )
        return answer.status_code == 302  # back to the list; a form that is shown again was not taken


def _campaign() -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "name": "Friday",
        "starts_at": now.isoformat(),
        "ends_at": (now + timedelta(days=7)).isoformat(),
        "items": [{"item": "gold", "count": 1}],
    }

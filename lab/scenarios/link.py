"""People follow short links. Each click is a redirect, and is counted."""

import random
from typing import ClassVar

from locust import FastHttpUser, task

from lab.measure.calls import Order, as_service


class Follower(FastHttpUser):
    service = "link"
    addresses: ClassVar[list[str]] = []

    @classmethod
    def prepare(cls, order: Order) -> None:
        links = as_service(order, "GET", "/api/link/links?limit=100")["items"]
        cls.addresses = [one["address"] for one in links if one["active"] and one["expires_at"] is None]
        if not cls.addresses:
            raise SystemExit("there are no links to follow: start the stage with its sample data")

    @task
    def follow(self) -> None:
        self.client.get(random.choice(self.addresses), name="/l/", allow_redirects=False)  # noqa: S311 (no secret)

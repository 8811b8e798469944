"""Readers open one page, `path`, again and again."""

from typing import Any, ClassVar

from locust import FastHttpUser, task


class Page(FastHttpUser):
    path: ClassVar[str]

    @classmethod
    def prepare(cls, order: dict[str, Any]) -> None:
        cls.path = order["options"]["path"]

    @task
    def read(self) -> None:
        self.client.get(self.path, allow_redirects=False)

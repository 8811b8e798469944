"""Readers open the notice board, a page of HTML."""

from locust import FastHttpUser, task


class Board(FastHttpUser):
    service = "notice"

    @task
    def read(self) -> None:
        self.client.get("/board/", headers={"Accept-Language": "en"})

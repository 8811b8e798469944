"""Game clients fetch the newest notices, twenty in a page of JSON."""

from locust import FastHttpUser, task


class Notices(FastHttpUser):
    service = "notice"

    @task
    def fetch(self) -> None:
        self.client.get("/api/notice/notices", headers={"Accept-Language": "en"})

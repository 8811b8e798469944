"""How the exporter speaks to the collector."""

from typing import Any

from requests import RequestException, Response, Session


class Attentive(Session):
    """Remembers in words what the last request came to. The exporter keeps to itself why it has failed."""

    came_to = ""

    def request(self, *args: Any, **kwargs: Any) -> Response:
        try:
            response = super().request(*args, **kwargs)
        except RequestException as error:
            self.came_to = f"it does not answer ({type(error).__name__})"
            raise
        self.came_to = f"it answered {response.status_code}"
        return response

"""Two of the lesson's teams, which its exercises ask about."""

from typing import Any

SHOP: dict[str, Any] = {"team": 2, "on_call": 1, "peak": 2, "outages": 0.2, "outage": 8, "part": 4}
STUDIO: dict[str, Any] = {"team": 30, "teams": 4, "on_call": 4, "peak": 20, "outages": 2, "outage": 60, "part": 10}

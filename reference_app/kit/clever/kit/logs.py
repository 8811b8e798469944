"""Logs are one JSON object a line on stderr, each with the request's id."""

import logging
from typing import Any

from clever.kit.middleware.request_id import current


class RequestIdFilter(logging.Filter):
    """Adds the id of the request being served, empty outside of one."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current.get()
        return True


def logging_settings(*, level: str, project: str) -> dict[str, Any]:
    """A value for Django's LOGGING. `project` names the process in each line, since logs of several get mixed."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "clever.kit.logs.RequestIdFilter"}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(message)s %(request_id)s",
                "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
                "static_fields": {"project": project},
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["request_id"]}},
        "root": {"handlers": ["stderr"], "level": level},
        # Both would write a second line for each request, and httpx's holds the whole URL.
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": [], "propagate": False},
            "httpx2": {"level": "WARNING"},
            "httpcore2": {"level": "WARNING"},
        },
    }

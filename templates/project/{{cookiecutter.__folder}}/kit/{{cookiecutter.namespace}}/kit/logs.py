"""Logs are one JSON object a line on stderr, each with the request's id."""

import logging
from collections.abc import Mapping
from typing import Any

from {{ cookiecutter.namespace }}.kit import spans
from {{ cookiecutter.namespace }}.kit.middleware.request_id import current


class RequestIdFilter(logging.Filter):
    """Adds the id of the request being served, empty outside of one; and where it is traced, the ids of its span."""

    def filter(self, record: logging.LogRecord) -> bool:
        # Django logs an answer that is an error after the last middleware has gone, and puts the request in the record.
        request = getattr(record, "request", None)
        record.request_id = current.get() or getattr(request, "request_id", "")
        vars(record).update(spans.ids() or getattr(request, "span_ids", {}))
        return True


def logging_settings(*, level: str, project: str) -> dict[str, Any]:
    """A value for Django's LOGGING. `project` names the process in each line, since logs of several get mixed."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "{{ cookiecutter.namespace }}.kit.logs.RequestIdFilter"}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": "%(levelname)s %(name)s %(message)s %(request_id)s",
                "rename_fields": {"levelname": "level", "name": "logger"},
                "timestamp": "time",  # in UTC, and says so
                "static_fields": {"project": project},
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["request_id"]}},
        "root": {"handlers": ["stderr"], "level": level},
        # Each would write a second line for a request, and httpx's holds the whole URL.
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},  # with a traceback, for a stranger's wrong header
            "django.server": {"handlers": [], "propagate": False},
            "httpx2": {"level": "WARNING"},
            "httpcore2": {"level": "WARNING"},
        },
    }


def project_of(logging: Mapping[str, Any]) -> str:
    """The name that a project has given to `logging_settings`. Empty where its LOGGING is of another make."""
    name: str = logging.get("formatters", {}).get("json", {}).get("static_fields", {}).get("project", "")
    return name

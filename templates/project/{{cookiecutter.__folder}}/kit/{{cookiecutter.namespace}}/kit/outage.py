"""A database that does not answer is no fault of this program: 503 and "try again", rather than 500 and an alarm."""

import sqlite3
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views import defaults

RETRY_AFTER = 5  # seconds; a database takes a few to come back

# PostgreSQL's classes of errors: a connection that failed, resources that are used up, an operator's intervention.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
AWAY_CLASSES = ("08", "53", "57P")
AWAY_IN_SQLITE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)


def database_is_away(error: BaseException | None) -> bool:
    """Whether `error` says that a database does not answer now. "No such table" is another matter: that one is ours."""
    if isinstance(error, InterfaceError):
        return True  # the connection is closed already
    if not isinstance(error, OperationalError):
        return False
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in AWAY_IN_SQLITE  # the lowest byte; the rest says more than we ask
    state = getattr(cause, "sqlstate", None)
    # Without a state it is the client library that speaks: of a server that it cannot reach, or has lost.
    return state is None or state.startswith(AWAY_CLASSES)


def server_error(request: HttpRequest) -> HttpResponse:
    """A project's `handler500`: the page for an error that nobody has caught. It asks no database itself."""
    if not database_is_away(sys.exception()):
        return defaults.server_error(request)
    page = loader.get_template("kit/outage.html").render()
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"})

"""The time zone in which a visitor reads the board. It lives in a cookie: the board needs no session and no user."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

COOKIE = "time_zone"
YEAR = 365 * 24 * 60 * 60  # seconds

# Those that the form offers, from east to west. A visitor who sends another one that exists gets it.
OFFERED = {
    "Pacific/Auckland": _("Auckland"),
    "Australia/Sydney": _("Sydney"),
    "Asia/Seoul": _("Seoul"),
    "Asia/Tokyo": _("Tokyo"),
    "Asia/Shanghai": _("Shanghai"),
    "Asia/Taipei": _("Taipei"),
    "Asia/Singapore": _("Singapore"),
    "Asia/Ho_Chi_Minh": _("Ho Chi Minh City"),
    "Asia/Kolkata": _("Kolkata"),
    "Asia/Dubai": _("Dubai"),
    "Europe/Berlin": _("Berlin"),
    "Europe/London": _("London"),
    "UTC": _("UTC"),
    "America/Sao_Paulo": _("São Paulo"),
    "America/New_York": _("New York"),
    "America/Chicago": _("Chicago"),
    "America/Denver": _("Denver"),
    "America/Los_Angeles": _("Los Angeles"),
    "Pacific/Honolulu": _("Honolulu"),
}


@cache
def _all() -> frozenset[str]:
    return frozenset(available_timezones())  # reads a directory tree: once a process is enough


def exists(name: str) -> bool:
    """Whether there is such a time zone. Asked before ZoneInfo, which takes a name for a path."""
    return name in _all()


def name_of(name: str) -> str:
    """A time zone's name for people: `Los Angeles`, or what the tz database calls it."""
    return str(OFFERED.get(name, name.replace("_", " ")))


def choices(current: str) -> list[tuple[str, str]]:
    """What a form offers: the usual ones, and the visitor's own where it is not among them."""
    offered = [(name, str(label)) for name, label in OFFERED.items()]
    return offered if current in OFFERED else [(current, name_of(current)), *offered]


def zone_of(request: HttpRequest) -> ZoneInfo:
    """The visitor's time zone; the project's where none was chosen, or what the cookie says does not exist."""
    name = request.COOKIES.get(COOKIE, "")
    return ZoneInfo(name if exists(name) else settings.TIME_ZONE)


def remember(response: HttpResponse, name: str) -> None:
    """Keep a visitor's choice for a year."""
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, name, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")

"""The language that a request asks for, among those that notices are written in."""

from typing import cast

from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from clever.contracts.notice import Language
from clever.service.notice.texts import OTHER


def language_of(request: HttpRequest) -> Language:
    """As Django sees it: the visitor's choice in a cookie, else Accept-Language, else the project's own language."""
    code = get_language_from_request(request).partition("-")[0]
    return cast(Language, code) if code in OTHER else "en"

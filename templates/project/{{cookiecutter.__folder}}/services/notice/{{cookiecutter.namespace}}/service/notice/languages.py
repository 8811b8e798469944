"""The language that a request asks for, among those that notices are written in."""

from typing import cast

from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from {{ cookiecutter.namespace }}.contracts.notice import Language
from {{ cookiecutter.namespace }}.service.notice.texts import OTHER


def language_of(request: HttpRequest) -> Language:
    """As Django sees it: the visitor's choice in a cookie, else Accept-Language, else the project's own language."""
    code = get_language_from_request(request).partition("-")[0]
    return cast(Language, code) if code in OTHER else "en"

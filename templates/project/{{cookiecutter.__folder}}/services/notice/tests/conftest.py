from collections.abc import Callable
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

import pytest
from django.contrib import admin
from django.urls import include, path
from django.utils import timezone

from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation

KO = ("점검 안내", "오전 9시에 점검이 있습니다.")
EN = ("Maintenance", "We clean the servers at nine.")


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Nobody has collected static files for a test, so no manifest of them is asked for."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """`at("2026-03-02T09:00:00+09:00")`: from now on it is that moment."""

    def set_clock(moment: str) -> None:
        monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat(moment))

    return set_clock


@pytest.fixture
def write(db: None) -> Callable[..., Notice]:
    """`write(ko=("title", "text"), en=None, ...)`: a notice that began an hour ago unless told otherwise."""

    def make(
        *, ko: tuple[str, str] | None = KO, en: tuple[str, str] | None = EN, ago: timedelta | None = None, **fields: Any
    ) -> Notice:
        begins = timezone.now() - (ago or timedelta(hours=1))
        notice = Notice.objects.create(**{"publish_from": begins, "author": "Operations", **fields})
        for language, text in (("ko", ko), ("en", en)):
            if text is not None:
                NoticeTranslation.objects.create(notice=notice, language=language, title=text[0], body=text[1])
        return notice

    return make


@pytest.fixture
def without_board(settings: Any) -> None:
    """A project with users, the admin and staff's pages, and no board: the back office."""
    urls = ModuleType("urls_without_board")
    urls.urlpatterns = [  # type: ignore[attr-defined]  # that is what a urlconf is: a module with this name in it
        path("admin/", admin.site.urls),
        path("", include("{{ cookiecutter.namespace }}.service.notice.staff_urls")),
    ]
    settings.ROOT_URLCONF = urls

"""What the backoffice serves."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from clever.service.backoffice.api import MergedAPI

api = MergedAPI(title="Under test", services=settings.SERVICES)

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("clever.service.backoffice.urls")),
    path("", include("clever.service.notice.staff_urls")),
]

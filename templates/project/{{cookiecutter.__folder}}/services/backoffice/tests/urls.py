"""What the backoffice serves."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from {{ cookiecutter.namespace }}.service.backoffice.api import MergedAPI

api = MergedAPI(title="Under test", services=settings.SERVICES)

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("{{ cookiecutter.namespace }}.service.backoffice.urls")),
    path("", include("{{ cookiecutter.namespace }}.service.notice.staff_urls")),
]

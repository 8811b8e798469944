"""Every address of the backoffice, on one page."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from clever.service.backoffice.api import MergedAPI

api = MergedAPI(title="Clever, all services", services=settings.SERVICES)

admin.site.site_header = admin.site.site_title = "Clever"
admin.site.site_url = None  # the board is another project's

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", RedirectView.as_view(url="/board/")),
    path("", include("clever.kit.health")),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
    path("", include("clever.service.backoffice.urls")),
    path("", include("clever.service.notice.staff_urls")),
    path("", include("split.board")),
    path("i18n/", include("django.conf.urls.i18n")),
]

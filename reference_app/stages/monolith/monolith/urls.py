"""Every address of the monolith, on one page."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from clever.kit.api import make_api
from clever.service.app.api import router as app
from clever.service.archive.api import router as archive
from clever.service.coupon.api import router as coupon
from clever.service.link.api import router as link
from clever.service.notice.api import router as notice
from clever.service.player.api import router as player
from clever.service.vid.api import router as vid

api = make_api(title="Clever, the monolith")
api.add_router("/vid", vid)
api.add_router("/player", player)
api.add_router("/coupon", coupon)
api.add_router("/notice", notice)
api.add_router("/link", link)
api.add_router("/app", app)
api.add_router("/archive", archive)

admin.site.site_header = admin.site.site_title = "Clever"

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", RedirectView.as_view(url="/board/")),
    path("", include("clever.kit.health")),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
    path("", include("clever.service.notice.urls")),
    path("", include("clever.service.notice.staff_urls")),
    path("", include("clever.service.link.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]

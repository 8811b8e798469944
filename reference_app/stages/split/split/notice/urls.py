"""Every address of the notice service."""

from django.urls import include, path
from django.views.generic import RedirectView

from clever.kit.api import make_api
from clever.service.notice.api import router as notice

api = make_api(title="Clever, notice")
api.add_router("/notice", notice)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", RedirectView.as_view(url="/board/")),
    path("", include("clever.kit.health")),
    path("api/", api.urls),
    path("", include("clever.service.notice.urls")),
]

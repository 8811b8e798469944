"""Every address of the link service."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.link.api import router as link

api = make_api(title="Clever, link")
api.add_router("/link", link)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
    path("", include("clever.service.link.urls")),
    path("", include("split.board")),
]

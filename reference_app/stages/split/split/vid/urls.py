"""Every address of the vid service."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.vid.api import router as vid

api = make_api(title="Clever, vid")
api.add_router("/vid", vid)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
]

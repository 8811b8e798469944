"""Every address of the player service."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.player.api import router as player

api = make_api(title="Clever, player")
api.add_router("/player", player)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
]

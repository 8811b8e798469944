"""Every address of the event service."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.event.api import router as event

api = make_api(title="Clever, event")
api.add_router("/event", event)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
]

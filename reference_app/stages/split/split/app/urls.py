"""Every address of app and archive."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.app.api import router as app
from clever.service.archive.api import router as archive

api = make_api(title="Clever, app and archive")
api.add_router("/app", app)
api.add_router("/archive", archive)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
]

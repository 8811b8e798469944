"""Every address of the permitter. Its admin is in the backoffice."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.permitter.api import router as permitter

api = make_api(title="Clever, permitter")
api.add_router("/permitter", permitter)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
]

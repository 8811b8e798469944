"""Every address of the coupon service."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.coupon.api import router as coupon

api = make_api(title="Clever, coupon")
api.add_router("/coupon", coupon)

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
]

"""Every address of the coupon service."""

from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.coupon.api import router as coupon

api = make_api(title="{{ cookiecutter.project_name }}, coupon")
api.add_router("/coupon", coupon)

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
]

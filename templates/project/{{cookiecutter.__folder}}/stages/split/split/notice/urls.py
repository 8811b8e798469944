"""Every address of the notice service."""

from django.urls import include, path
from django.views.generic import RedirectView

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.notice.api import router as notice

api = make_api(title="{{ cookiecutter.project_name }}, notice")
api.add_router("/notice", notice)

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", RedirectView.as_view(url="/board/")),
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
    path("", include("{{ cookiecutter.namespace }}.service.notice.urls")),
]

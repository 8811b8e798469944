"""Every address of the link service."""

from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.link.api import router as link

api = make_api(title="{{ cookiecutter.project_name }}, link")
api.add_router("/link", link)

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
    path("", include("{{ cookiecutter.namespace }}.service.link.urls")),
    path("", include("split.board")),
]

"""Every address of the event service."""

from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.event.api import router as event

api = make_api(title="{{ cookiecutter.project_name }}, event")
api.add_router("/event", event)

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
]

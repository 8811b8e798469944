"""Every address of app and archive."""

from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.app.api import router as app
from {{ cookiecutter.namespace }}.service.archive.api import router as archive

api = make_api(title="{{ cookiecutter.project_name }}, app and archive")
api.add_router("/app", app)
api.add_router("/archive", archive)

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
]

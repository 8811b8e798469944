"""Every address of the permitter. Its admin is in the backoffice."""

from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.permitter.api import router as permitter

api = make_api(title="{{ cookiecutter.project_name }}, permitter")
api.add_router("/permitter", permitter)

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
]

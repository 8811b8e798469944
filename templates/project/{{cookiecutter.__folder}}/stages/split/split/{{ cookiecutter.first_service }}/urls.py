"""Every address of the {{ cookiecutter.first_service }} service."""

from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}.api import router as {{ cookiecutter.first_service }}

api = make_api(title="{{ cookiecutter.project_name }}, {{ cookiecutter.first_service }}")
api.add_router("/{{ cookiecutter.first_service }}", {{ cookiecutter.first_service }})

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
]

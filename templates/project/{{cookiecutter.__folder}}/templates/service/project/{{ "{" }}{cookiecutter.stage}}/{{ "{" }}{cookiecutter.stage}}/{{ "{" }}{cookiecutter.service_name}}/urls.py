{{ "{" }}%- set name = cookiecutter.service_name -%}
"""Every address of the {{ "{" }}{ name }} service."""

from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.{{ "{" }}{ name }}.api import router as {{ "{" }}{ name }}

api = make_api(title="{{ cookiecutter.project_name }}, {{ "{" }}{ name }}")
api.add_router("/{{ "{" }}{ name }}", {{ "{" }}{ name }})

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
]

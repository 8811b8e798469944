{%- set name = cookiecutter.service_name -%}
"""Every address of the {{ name }} service."""

from django.urls import include, path

from clever.kit.api import make_api
from clever.service.{{ name }}.api import router as {{ name }}

api = make_api(title="Clever, {{ name }}")
api.add_router("/{{ name }}", {{ name }})

handler500 = "clever.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
]

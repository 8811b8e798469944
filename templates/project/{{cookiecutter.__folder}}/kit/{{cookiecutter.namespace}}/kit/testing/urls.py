"""The addresses of whatever services are installed, for tests of one service alone."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.contrib import admin
from django.urls import include, path

from {{ cookiecutter.namespace }}.kit.api import make_api

SERVICES = [config for config in apps.get_app_configs() if config.name.startswith("{{ cookiecutter.namespace }}.service.")]

api = make_api(title="Under test")
for config in SERVICES:
    if find_spec(f"{config.name}.api"):
        api.add_router(f"/{config.label}", import_module(f"{config.name}.api").router)

urlpatterns = [
    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    *[
        path("", include(f"{config.name}.{pages}"))
        for config in SERVICES
        for pages in ("urls", "staff_urls")
        if find_spec(f"{config.name}.{pages}")
    ],
]

"""Every address of the backoffice, on one page."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from {{ cookiecutter.namespace }}.service.backoffice.api import MergedAPI

api = MergedAPI(title="{{ cookiecutter.project_name }}, all services", services=settings.SERVICES)

admin.site.site_header = admin.site.site_title = "{{ cookiecutter.project_name }}"
{% if cookiecutter.example == "yes" %}admin.site.site_url = None  # the board is another project's
{% endif %}
handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
{% if cookiecutter.example == "yes" %}    path("", RedirectView.as_view(url="/board/")),
{% else %}    path("", RedirectView.as_view(url="/admin/")),
{% endif %}    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
{% if cookiecutter.example == "yes" %}    path("", include("{{ cookiecutter.namespace }}.service.backoffice.urls")),
    path("", include("{{ cookiecutter.namespace }}.service.notice.staff_urls")),
    path("", include("split.board")),
{% endif %}    path("i18n/", include("django.conf.urls.i18n")),
]

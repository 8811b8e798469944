"""Every address of the monolith, on one page."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from {{ cookiecutter.namespace }}.kit.api import make_api
{% if cookiecutter.example == "yes" %}from {{ cookiecutter.namespace }}.service.app.api import router as app
from {{ cookiecutter.namespace }}.service.archive.api import router as archive
from {{ cookiecutter.namespace }}.service.coupon.api import router as coupon
from {{ cookiecutter.namespace }}.service.link.api import router as link
from {{ cookiecutter.namespace }}.service.notice.api import router as notice
from {{ cookiecutter.namespace }}.service.player.api import router as player
{% endif %}from {{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}.api import router as {{ cookiecutter.first_service }}
{% if cookiecutter.example == "yes" %}from {{ cookiecutter.namespace }}.service.vid.api import router as vid
{% endif %}
api = make_api(title="{{ cookiecutter.project_name }}, the monolith")
{% if cookiecutter.example == "yes" %}api.add_router("/vid", vid)
api.add_router("/player", player)
api.add_router("/coupon", coupon)
api.add_router("/notice", notice)
api.add_router("/link", link)
api.add_router("/app", app)
api.add_router("/archive", archive)
{% endif %}api.add_router("/{{ cookiecutter.first_service }}", {{ cookiecutter.first_service }})

admin.site.site_header = admin.site.site_title = "{{ cookiecutter.project_name }}"

handler500 = "{{ cookiecutter.namespace }}.kit.outage.server_error"  # 503 where it is only that the database does not answer

urlpatterns = [
{% if cookiecutter.example == "yes" %}    path("", RedirectView.as_view(url="/board/")),
{% else %}    path("", RedirectView.as_view(url="/admin/")),
{% endif %}    path("", include("{{ cookiecutter.namespace }}.kit.health")),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
{% if cookiecutter.example == "yes" %}    path("", include("{{ cookiecutter.namespace }}.service.notice.urls")),
    path("", include("{{ cookiecutter.namespace }}.service.notice.staff_urls")),
    path("", include("{{ cookiecutter.namespace }}.service.link.urls")),
{% endif %}    path("i18n/", include("django.conf.urls.i18n")),
]

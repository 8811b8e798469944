"""The backoffice's own pages. A project includes this at its root."""

from django.urls import path

from {{ cookiecutter.namespace }}.service.backoffice import views

app_name = "backoffice"

urlpatterns = [
    path("staff/players/", views.FindPlayer.as_view(), name="players"),
    path("staff/players/<uuid:player_id>/", views.PlayerPage.as_view(), name="player"),
]

"""The public board. A project includes this at its root."""

from django.urls import path, re_path
from django.views.i18n import set_language

from {{ cookiecutter.namespace }}.service.notice import views

app_name = "notice"

urlpatterns = [
    path("board/", views.Board.as_view(), name="list"),
    path("board/language/", set_language, name="language"),
    path("board/time-zone/", views.ChooseTimeZone.as_view(), name="time-zone"),
    path("board/<uuid:notice_id>/", views.Reading.as_view(), name="notice"),
    re_path(r"^board/.+/$", views.Missing.as_view()),
]

"""The office's pages."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.campaigns, name="campaigns"),
    path("add/", views.edit, name="add"),
    path("<int:id>/", views.edit, name="change"),
]

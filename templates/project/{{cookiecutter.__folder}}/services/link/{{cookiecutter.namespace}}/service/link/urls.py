"""The short addresses themselves."""

from django.urls import path

from {{ cookiecutter.namespace }}.service.link.views import FollowView

urlpatterns = [path("l/<str:slug>", FollowView.as_view(), name="follow")]

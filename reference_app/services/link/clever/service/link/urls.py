"""The short addresses themselves."""

from django.urls import path

from clever.service.link.views import FollowView

urlpatterns = [path("l/<str:slug>", FollowView.as_view(), name="follow")]

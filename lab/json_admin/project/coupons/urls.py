"""The admin on the model, and the API."""

from django.contrib import admin
from django.urls import path

from . import api

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/campaigns", api.campaigns),
    path("api/campaigns/<int:id>", api.campaign),
]

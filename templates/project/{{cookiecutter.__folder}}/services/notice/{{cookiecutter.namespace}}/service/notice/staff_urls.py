"""Staff's pages. Only a project that has users includes this at its root."""

from django.urls import path
from django.views.i18n import set_language

from {{ cookiecutter.namespace }}.service.notice import staff_views

app_name = "notice_staff"

urlpatterns = [
    path("staff/notices/", staff_views.NoticeList.as_view(), name="list"),
    path("staff/notices/new/", staff_views.NewNotice.as_view(), name="new"),
    path("staff/notices/language/", set_language, name="language"),
    path("staff/notices/time-zone/", staff_views.ChooseTimeZone.as_view(), name="time-zone"),
    path("staff/notices/<uuid:pk>/", staff_views.EditNotice.as_view(), name="edit"),
    path("staff/notices/<uuid:pk>/publication/", staff_views.PublishNow.as_view(), name="publish"),
    path("staff/notices/<uuid:pk>/withdrawal/", staff_views.Withdraw.as_view(), name="withdraw"),
]

"""The way to the board, for projects whose pages lead there.

Behind one proxy it is at the same host, and nobody asks here. Without one it is at notice's own address, BOARD_ORIGIN.
"""

from django.conf import settings
from django.urls import re_path
from django.views.generic import RedirectView

ELSEWHERE = RedirectView.as_view(url=f"{settings.BOARD_ORIGIN}/board/%(rest)s", query_string=True)

urlpatterns = [re_path(r"^board/(?P<rest>.*)$", ELSEWHERE)] if settings.BOARD_ORIGIN else []

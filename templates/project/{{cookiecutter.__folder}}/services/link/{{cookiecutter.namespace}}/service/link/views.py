"""Where a short address leads."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views import View

from {{ cookiecutter.namespace }}.contracts.link import UnknownLink
from {{ cookiecutter.namespace }}.kit.problems import Invalid
from {{ cookiecutter.namespace }}.service.link import actions, queries


class FollowView(View):
    """Lead a browser on and count it, or tell a person kindly that this way is closed."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        # Kept by nobody on the way: a click that a cache answers is one that we do not count.
        patch_cache_control(response, no_store=True)
        return response

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        return self.lead(request, slug, count=True)

    def head(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Messengers and link checkers ask with HEAD, to see where a link leads. Nobody has followed it."""
        return self.lead(request, slug, count=False)

    def lead(self, request: HttpRequest, slug: str, *, count: bool) -> HttpResponse:
        try:
            link = queries.find(slug)
        except (UnknownLink, Invalid):
            return render(request, "link/unknown.html", status=404)
        if not link.active:
            return render(request, "link/unknown.html", status=404)
        if link.ended_by(timezone.now()):
            return render(request, "link/over.html", {"link": link}, status=410)
        if count:
            actions.count_click(link)
        return HttpResponseRedirect(link.target)

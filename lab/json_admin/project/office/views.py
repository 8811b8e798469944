"""Two pages: the list, and the form."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from . import client
from .access import staff
from .campaign import Campaign
from .forms import CampaignForm


@staff()
def campaigns(request: HttpRequest) -> HttpResponse:
    try:
        return render(request, "office/list.html", {"campaigns": client.list_campaigns()})
    except client.Away:
        return HttpResponse("The coupon service is away. Try again in a moment.", status=503)


@staff(may_change=True)
def edit(request: HttpRequest, id: int | None = None) -> HttpResponse:
    try:
        before = client.get_campaign(id) if id is not None else None
        form = CampaignForm(request.POST or None, initial=asdict(before) if before else None)
        if request.method == "POST" and form.is_valid():
            client.save_campaign(Campaign(id=id, **form.cleaned_data))
            return redirect("campaigns")
    except client.Refused as refusal:
        form.refuse(refusal.errors)
    except client.Away:
        return HttpResponse("The coupon service is away. Try again in a moment.", status=503)
    return render(request, "office/form.html", {"form": form})

"""The API: campaigns as JSON, for whoever knows the secret."""

import json
import os
import secrets
from base64 import b64encode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .models import Campaign
from .serializers import from_json, to_json


@csrf_exempt
@require_http_methods(["GET", "POST"])
def campaigns(request: HttpRequest) -> JsonResponse:
    if not _knows_the_secret(request):
        return JsonResponse({"errors": {"__all__": ["Who are you?"]}}, status=401)
    if request.method == "POST":
        return _saved(request, None, status=201)
    return JsonResponse({"campaigns": [to_json(one) for one in Campaign.objects.all()]})


@csrf_exempt
@require_http_methods(["GET", "PUT"])
def campaign(request: HttpRequest, id: int) -> JsonResponse:
    if not _knows_the_secret(request):
        return JsonResponse({"errors": {"__all__": ["Who are you?"]}}, status=401)
    found = get_object_or_404(Campaign, pk=id)
    return _saved(request, found, status=200) if request.method == "PUT" else JsonResponse(to_json(found))


def _saved(request: HttpRequest, before: Campaign | None, *, status: int) -> JsonResponse:
    try:
        data = json.loads(request.body)
        if not isinstance(data, dict):
            raise TypeError
        after = from_json(data, before)
    except (ValueError, TypeError):
        return JsonResponse({"errors": {"__all__": ["An object in JSON is wanted."]}}, status=400)
    except ValidationError as error:
        return JsonResponse({"errors": error.message_dict}, status=400)
    after.save()
    return JsonResponse(to_json(after), status=status)


def _knows_the_secret(request: HttpRequest) -> bool:
    wanted = b"Basic " + b64encode(f"office:{os.environ['API_SECRET']}".encode())
    return secrets.compare_digest(request.headers.get("Authorization", "").encode(), wanted)

"""The back office for players."""

from typing import Any
from uuid import uuid4

from django.test import Client

from {{ cookiecutter.namespace }}.service.player.models import Grant, Player, Possession


def test_a_players_page_shows_what_it_owns_and_what_it_was_given(admin_client: Client) -> None:
    player: Any = Player.objects.create(vid_id=uuid4(), nickname="Otter")
    Possession.objects.create(player=player, item="gem", count=12)
    grant = Grant.objects.create(key=uuid4(), player=player, items=[{"item": "gem", "count": 12}])

    page = admin_client.get(f"/admin/player/player/{player.pk}/change/")

    assert page.status_code == 200
    assert "12 × gem" in page.content.decode()
    assert str(grant.key) in page.content.decode()

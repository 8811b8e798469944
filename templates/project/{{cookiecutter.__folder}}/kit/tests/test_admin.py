"""The admin, as kit dresses it."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client


@pytest.mark.django_db
def test_the_admins_pages_bring_our_rules_along(client: Client) -> None:
    page = client.get("/admin/login/").content.decode()

    assert "kit/admin.css" in page
    assert finders.find("kit/admin.css") is not None

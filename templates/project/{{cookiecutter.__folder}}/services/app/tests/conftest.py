from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from {{ cookiecutter.namespace }}.kit.roles import make_roles
from {{ cookiecutter.namespace }}.service.archive import actions

CONTENT = b"twelve bytes"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    """An empty folder for files, for each test its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def file_id(db: None) -> UUID:
    """A file of twelve bytes."""
    return actions.keep(file_id=uuid4(), name="배너.png", pieces=[CONTENT], content_type="image/png").id


@pytest.fixture
def operator(db: None) -> Client:
    """A browser in which an operator has logged in."""
    make_roles()
    user = User.objects.create_user("operator", is_staff=True)
    user.groups.set([Group.objects.get(name="operator")])
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(user)
    return client

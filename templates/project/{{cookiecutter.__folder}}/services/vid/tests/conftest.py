from uuid import UUID

import pytest

from {{ cookiecutter.namespace }}.service.vid.models import Vid


@pytest.fixture
def vid_id(db: None) -> UUID:
    """A device that is not blocked."""
    return Vid.objects.create(platform="ios").id

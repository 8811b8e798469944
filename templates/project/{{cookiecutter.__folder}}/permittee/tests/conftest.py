from collections.abc import Iterator

import pytest

from permittee.ext.django.testing import FakePermitter

SECRETS = {"coupon": "비밀: of coupon's", "game-server": "another one", "nosy": "a third"}
PERMITS = {"coupon": ["GET /things", "PUT /things/<int:thing_id>"], "game-server": ["*"]}


@pytest.fixture
def permitter() -> Iterator[FakePermitter]:
    """A permitter that knows three callers, of whom one may do two things, one everything, and one nothing."""
    with FakePermitter(secrets=SECRETS, permits=PERMITS) as fake:
        yield fake

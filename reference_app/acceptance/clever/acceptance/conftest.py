"""Who is away, with `--without`, and who was there before."""

from collections.abc import Iterator

import pytest

from clever.acceptance.addresses import BACKOFFICE, Addresses, NoStage
from clever.acceptance.callers import Service
from clever.acceptance.ending import ended, until
from clever.acceptance.regulars import Regular
from clever.acceptance.without import NOBODY
from clever.runner import Credentials


@pytest.fixture(scope="session", autouse=True)
def absent(request: pytest.FixtureRequest) -> Iterator[str]:
    """The project that is away, if any. Each test of the suite has it, whether it looks at it or not."""
    dead: str = getattr(request, "param", NOBODY)
    if not dead:
        yield NOBODY
        return
    request.getfixturevalue("regular")
    addresses, service = request.getfixturevalue("addresses"), request.getfixturevalue("service")
    try:
        with ended(addresses.stage, dead):
            yield dead
        # Whoever has asked the permitter in vain leaves it in peace for a second.
        until(lambda: not shut(addresses, service), f"without {dead} once, {addresses.stage} lets nobody in")
    except NoStage as error:
        pytest.fail(str(error), pytrace=False)


def shut(addresses: Addresses, service: Service) -> list[str]:
    """The services that do not hear a game server at the moment."""
    asked = (name for name in addresses.services if name != BACKOFFICE)
    return [name for name in asked if service.get(f"/api/{name}/nothing").status_code == 503]


@pytest.fixture(scope="session")
def regular(addresses: Addresses, service: Service, credentials: Credentials) -> Regular:
    """Somebody who has been there before anybody was missing."""
    return Regular.welcome(addresses, service, credentials)

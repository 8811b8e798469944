{% if cookiecutter.example == "yes" %}"""Who is away, with `--without`, and who was there before."""
{% else %}"""Who is away, with `--without`."""
{% endif %}
from collections.abc import Iterator

import pytest

from {{ cookiecutter.namespace }}.acceptance.addresses import BACKOFFICE, Addresses, NoStage
from {{ cookiecutter.namespace }}.acceptance.callers import Service
from {{ cookiecutter.namespace }}.acceptance.ending import ended, until
{% if cookiecutter.example == "yes" %}from {{ cookiecutter.namespace }}.acceptance.regulars import Regular
{% endif %}from {{ cookiecutter.namespace }}.acceptance.without import NOBODY
{% if cookiecutter.example == "yes" %}from {{ cookiecutter.namespace }}.runner import Credentials
{% endif %}

@pytest.fixture(scope="session", autouse=True)
def absent(request: pytest.FixtureRequest) -> Iterator[str]:
    """The project that is away, if any. Each test of the suite has it, whether it looks at it or not."""
    dead: str = getattr(request, "param", NOBODY)
    if not dead:
        yield NOBODY
        return
{% if cookiecutter.example == "yes" %}    request.getfixturevalue("regular")
{% endif %}    addresses, service = request.getfixturevalue("addresses"), request.getfixturevalue("service")
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
{% if cookiecutter.example == "yes" %}

@pytest.fixture(scope="session")
def regular(addresses: Addresses, service: Service, credentials: Credentials) -> Regular:
    """Somebody who has been there before anybody was missing."""
    return Regular.welcome(addresses, service, credentials)
{% endif %}
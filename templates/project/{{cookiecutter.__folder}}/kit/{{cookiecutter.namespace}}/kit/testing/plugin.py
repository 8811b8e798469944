"""A pytest plugin (`-p {{ cookiecutter.namespace }}.kit.testing.plugin`): an environment for the settings, and what tests need of kit."""

import base64
import os
import secrets
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

CALLER = ("tests", "a secret that only the tests know")


def _environment() -> dict[str, str]:
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SECURE": "0",
        "CALLERS": f"{CALLER[0]}={sha256(CALLER[1].encode()).hexdigest()}",
        "CALLER_NAME": CALLER[0],
        "CALLER_SECRET": CALLER[1],
        "VID_SIGNING_KEY": base64.b64encode(private).decode(),
        "VID_PUBLIC_KEY": base64.b64encode(public).decode(),
        "LOG_LEVEL": "WARNING",
    }


# Settings are read before any hook of ours runs, so this is done on import. Whatever a developer's shell says is put
# aside, or the tests would not know the secrets that they run with; only DATABASE_URL is left as it is.
os.environ.update(_environment())


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "postgresql: skipped unless DATABASE_URL names a PostgreSQL server")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("postgresql"):
        from django.conf import settings

        if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
            pytest.skip("DATABASE_URL does not name a PostgreSQL server")


@pytest.fixture(autouse=True, scope="session")
def _quick_settings() -> Iterator[None]:
    """Pages link to static files by their plain names: nobody runs collectstatic before the tests.

    And passwords are hashed fast, since there is nothing to guard.
    """
    if "DJANGO_SETTINGS_MODULE" not in os.environ:
        yield
        return
    from django.conf import settings
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher"
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}, PASSWORD_HASHERS=[hasher]):
        yield


@pytest.fixture
def basic() -> dict[str, str]:
    """The headers of a service that may call, for Django's test client."""
    credentials = base64.b64encode(":".join(CALLER).encode()).decode()
    return {"Authorization": f"Basic {credentials}"}


@pytest.fixture
def bearer() -> Callable[[Any], dict[str, str]]:
    """`bearer(vid_id)`: the headers of a device that holds the token of `vid_id`."""
    from datetime import timedelta

    from {{ cookiecutter.namespace }}.kit import tokens

    return lambda vid_id: {"Authorization": f"Bearer {tokens.sign(vid_id=vid_id, lifetime=timedelta(hours=1))[0]}"}


@pytest.fixture
def recorder() -> Iterator[Any]:
    """Whoever records spans, for as long as the test lasts: `recorder.told` is what it was told."""
    from {{ cookiecutter.namespace }}.kit import spans
    from {{ cookiecutter.namespace }}.kit.testing.recorder import Recorder

    made = Recorder()
    spans.record_with(made)
    yield made
    spans.record_with(spans.Nobody())


@pytest.fixture
def over_http() -> Iterator[Any]:
    """`over_http(HttpPlayer, "player")`: the HTTP client, speaking to the project under test in this very thread.

    In this thread, because the test's transaction and its rows are invisible to any other.
    """
    import httpx2
    from django.core.signals import request_finished, request_started
    from django.core.wsgi import get_wsgi_application
    from django.db import close_old_connections

    def client(cls: Any, service: str) -> Any:
        return cls(f"http://localhost/api/{service}", transport=httpx2.WSGITransport(app=get_wsgi_application()))

    # A request closes a connection on which a transaction is open, and the test's transaction is. Django's own test
    # client holds that back too.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield client
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)

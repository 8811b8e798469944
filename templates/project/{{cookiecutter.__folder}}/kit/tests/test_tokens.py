import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from {{ cookiecutter.namespace }}.kit import tokens
from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment

HOUR = timedelta(hours=1)


def forge(key: Any = None, algorithm: str = tokens.ALGORITHM, **claims: Any) -> str:
    """A token with these claims, signed with vid's own key unless another is given."""
    given = {"sub": str(uuid4()), "aud": tokens.AUDIENCE, "exp": datetime.now(UTC) + HOUR} | claims
    kept = {name: value for name, value in given.items() if value is not None}
    return jwt.encode(kept, settings.VID_SIGNING_KEY if key is None else key, algorithm=algorithm)


def unsigned(header: str, payload: str) -> str:
    """A token put together by hand, with a signature of nothing."""
    parts = [base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in (header, payload)]
    return ".".join([*parts, ""])


def test_a_token_names_the_device_it_was_given_to() -> None:
    vid_id = uuid4()

    token, ends = tokens.sign(vid_id=vid_id, lifetime=HOUR)

    assert tokens.read(token) == vid_id
    assert timedelta(minutes=59) < ends - datetime.now(UTC) <= HOUR


def test_a_token_ends() -> None:
    token, _ = tokens.sign(vid_id=uuid4(), lifetime=timedelta(seconds=-1))

    with pytest.raises(tokens.BadToken):
        tokens.read(token)


def test_a_token_of_another_key_is_refused() -> None:
    with pytest.raises(tokens.BadToken):
        tokens.read(forge(Ed25519PrivateKey.generate()))


def test_a_token_without_a_signature_is_refused() -> None:
    claims = {"sub": str(uuid4()), "aud": tokens.AUDIENCE, "exp": 4_000_000_000}

    for header in ('{"alg": "none"}', '{"alg": "None", "typ": "JWT"}', '{"alg": "EdDSA"}'):
        with pytest.raises(tokens.BadToken):
            tokens.read(unsigned(header, json.dumps(claims)))


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_a_token_signed_with_the_public_key_as_if_it_were_a_secret_is_refused() -> None:
    # PyJWT refuses to make this forgery, so the key goes in without the lines that give it away.
    secret = "".join(settings.VID_PUBLIC_KEY.splitlines()[1:-1])

    with pytest.raises(tokens.BadToken):
        tokens.read(forge(secret, "HS256"))


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "admin"},
        {"aud": None},
        {"exp": None},
        {"exp": "soon"},
        {"sub": None},
        {"sub": "somebody"},
        {"sub": ""},
        {"nbf": datetime(2999, 1, 1, tzinfo=UTC)},
    ],
    ids=str,
)
def test_a_token_of_ours_that_says_too_little_or_too_much_is_refused(claims: dict[str, Any]) -> None:
    with pytest.raises(tokens.BadToken):
        tokens.read(forge(**claims))


@pytest.mark.parametrize(
    "text",
    ["", "x", "a.b.c", "...", "é.è.ê", "\x00", "[" * 50_000, unsigned("[" * 50_000, "{}"), unsigned("{}", "[")],
    ids=["nothing", "x", "a.b.c", "dots", "accents", "NUL", "long", "deep header", "cut"],
)
def test_what_is_no_token_is_refused(text: str) -> None:
    with pytest.raises(tokens.BadToken):
        tokens.read(text)


def in_base64(pem: str) -> str:
    return base64.b64encode(pem.encode()).decode()


def elliptic_key() -> str:
    """A key that is well-formed, and of another kind."""
    private = generate_private_key(SECP256R1())
    return private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@pytest.mark.parametrize("name", ["VID_PUBLIC_KEY", "VID_SIGNING_KEY"])
def test_a_key_is_read_from_one_line(configured: Callable[..., None], name: str) -> None:
    configured(THE_KEY=in_base64(getattr(settings, name)))

    assert tokens.key(Environment(), "THE_KEY") == getattr(settings, name)


@pytest.mark.parametrize(
    "value",
    [
        "not base64!",
        "/w==",
        "-----BEGIN PUBLIC KEY-----",
        in_base64("no key"),
        in_base64("-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----\n"),
        in_base64("-----BEGIN PRIVATE KEY-----\n"),
        in_base64(elliptic_key()),
    ],
)
def test_a_malformed_key_stops_the_start_and_is_not_repeated(
    configured: Callable[..., None], capsys: pytest.CaptureFixture[str], value: str
) -> None:
    configured(VID_PUBLIC_KEY=value)

    with pytest.raises(ConfigurationError):
        tokens.key(Environment(), "VID_PUBLIC_KEY")

    said = capsys.readouterr().err
    assert said.startswith("configuration: VID_PUBLIC_KEY is malformed: ")
    assert said.count("\n") == 1
    assert value not in said

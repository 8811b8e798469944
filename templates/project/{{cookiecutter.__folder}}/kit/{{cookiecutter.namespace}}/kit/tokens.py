"""Vid tokens: JSON Web Tokens signed with Ed25519 (RFC 7519, RFC 8037).

Only the vid service holds the private key. Everyone else holds the public one, and can read a token but make none.
"""

import base64
from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key
from django.conf import settings

from {{ cookiecutter.namespace }}.kit.environment import ConfigurationError, Environment

ALGORITHM = "EdDSA"
AUDIENCE = "game"


class BadToken(Exception):
    """The token is forged, expired, or no token at all."""


def key(env: Environment, variable: str) -> str:
    """A key in PEM form, read from `variable`, where it stands in base64 so that it fits on one line.

    Raises ConfigurationError where there is no Ed25519 key in it: better at the start than at the first player.
    """
    try:
        pem = base64.b64decode(env.str(variable), validate=True)
        found = load_pem_private_key(pem, None) if b"PRIVATE" in pem else load_pem_public_key(pem)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ConfigurationError(f"{variable} is malformed: it must be a PEM key in base64") from error
    if not isinstance(found, Ed25519PrivateKey | Ed25519PublicKey):
        raise ConfigurationError(f"{variable} is malformed: its key must be of the kind Ed25519")
    return pem.decode("ascii")


def sign(*, vid_id: UUID, lifetime: timedelta) -> tuple[str, datetime]:
    """A token for `vid_id` and the moment at which it ends. Needs the private key, settings.VID_SIGNING_KEY."""
    now = datetime.now(UTC)
    ends = now + lifetime
    claims = {"sub": str(vid_id), "aud": AUDIENCE, "iat": now, "exp": ends}
    return jwt.encode(claims, settings.VID_SIGNING_KEY, algorithm=ALGORITHM), ends


def read(token: str) -> UUID:
    """The vid that `token` was given to.

    Raises BadToken where it was not signed by vid, has ended, or is no token.
    """
    try:
        claims = jwt.decode(
            token,
            settings.VID_PUBLIC_KEY,
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            options={"require": ["sub", "exp"]},
        )
        return UUID(claims["sub"])
    except (jwt.InvalidTokenError, ValueError, TypeError) as error:
        raise BadToken(str(error)) from error

"""Inside the build: collect a project's static files, named by their content and compressed.

Settings do not start without secrets. Those that stand in for them are made here and gone with this process.
"""

import base64
import os
import secrets
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.conf import settings
from django.core.management import call_command

SEAMS = ("VID_URL", "PLAYER_URL", "COUPON_URL", "NOTICE_URL", "LINK_URL", "APP_URL", "PERMITTER_URL")
NOWHERE = "http://127.0.0.1:9"


def stand_ins(project: str) -> dict[str, str]:
    """What the settings of any project ask for."""
    key = Ed25519PrivateKey.generate()
    signing = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "CALLER_NAME": project,
        "CALLER_SECRET": secrets.token_urlsafe(50),
        "VID_SIGNING_KEY": base64.b64encode(signing).decode(),
        "VID_PUBLIC_KEY": base64.b64encode(public).decode(),
        **dict.fromkeys(SEAMS, NOWHERE),
    }


def main(project: str, target: str) -> None:
    os.environ |= stand_ins(project) | {
        "DJANGO_SETTINGS_MODULE": f"split.{project}.settings",
        "STATIC_ROOT": target,
    }
    import django

    django.setup()
    settings.WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # no page asks for the others
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

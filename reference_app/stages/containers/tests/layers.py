"""What lies in the layers of images, file by file."""

import re
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

# A private key itself, in PEM or in PEM in base64: not a text that merely speaks of one.
KEYS = (
    re.compile(rb"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{40,}-----END"),
    re.compile(rb"LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t[A-Za-z0-9+/=]{40,}"),
)
# A setting with its value.
VALUES = re.compile(
    rb"\b(?:SECRET_KEY|CALLER_SECRET|VID_SIGNING_KEY|STAFF_PASSWORD|POSTGRES_PASSWORD)=[\"']?[\w+/-]{12,}"
)


def saved(program: Path, tags: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Each file of each layer, once, however many images share it; and what the engine keeps about the images."""
    with subprocess.Popen([str(program), "save", *tags], stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield from files_of(process.stdout)
    assert process.returncode == 0


def files_of(stream: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """The files of a tar, and those of tars in it."""
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is None:
                continue
            if member.name.endswith("layer.tar") or member.name.startswith("blobs/"):
                yield from _layer(member.name, file)
            else:
                yield member.name, file.read()


def _layer(name: str, file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    try:
        with tarfile.open(fileobj=file, mode="r|*") as layer:
            for member in layer:
                content = layer.extractfile(member) if member.isfile() else None
                if content is not None:
                    yield f"{name}:{member.name}", content.read()
    except tarfile.ReadError:
        yield name, b""  # a manifest among the blobs


def betrayed(content: bytes, secrets: Iterable[str] = ()) -> list[str]:
    """What of a secret is in there."""
    found = [pattern.pattern.decode()[:30] for pattern in (*KEYS, VALUES) if pattern.search(content)]
    return found + [secret for secret in secrets if secret.encode() in content]

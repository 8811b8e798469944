"""That a secret in an image would be found: the search of test_images.py, tried on images that hold one."""

import base64
import io
import json
import tarfile

import pytest

from .layers import betrayed, files_of

KEY = f"-----BEGIN PRIVATE KEY-----\n{base64.b64encode(bytes(48)).decode()}\n-----END PRIVATE KEY-----\n"


def tar(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


@pytest.mark.parametrize("place", ["1a2b/layer.tar", "blobs/sha256/1a2b"])
def test_a_file_in_a_layer_is_found_as_docker_and_as_others_save_it(place):
    image = tar({"manifest.json": b"[]", place: tar({"app/.env": b"SECRET_KEY=abcdefghijklmnop"})})

    found = {name: content for name, content in files_of(io.BytesIO(image)) if betrayed(content)}

    assert found == {f"{place}:app/.env": b"SECRET_KEY=abcdefghijklmnop"}


@pytest.mark.parametrize(
    "content",
    [
        KEY,
        base64.b64encode(KEY.encode()).decode(),
        "VID_SIGNING_KEY='LS0tLS1CRUdJTi'",
        json.dumps({"Env": ["CALLER_SECRET=0123456789abcdef"]}),
        "something that only this stage knows: swordfish",
    ],
)
def test_a_secret_is_known_in_whatever_form(content):
    assert betrayed(content.encode(), ["swordfish"])


@pytest.mark.parametrize(
    "content",
    [
        'begins with b"-----BEGIN PRIVATE KEY-----" as all of them do',
        "SECRET_KEY = env.str('SECRET_KEY')",
        "SECRET_KEY=${SECRET_KEY:?is missing}",
        "POSTGRES_PASSWORD_FILE=/run/secrets/postgres-password",
    ],
)
def test_what_only_speaks_of_one_is_no_secret(content):
    assert betrayed(content.encode(), ["swordfish"]) == []

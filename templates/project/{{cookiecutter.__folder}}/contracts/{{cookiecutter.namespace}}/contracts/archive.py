"""archive: uploaded files, kept with their size and checksum."""

import unicodedata
from typing import Annotated, Protocol
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, StringConstraints, TypeAdapter

from {{ cookiecutter.namespace }}.contracts.checking import checked
from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.kit.problems import BadRequest, Invalid, NotFound, Unavailable

OCTETS = "application/octet-stream"

# Control characters, and those that nobody sees: some of them turn text around, and "gpj.exe" looks like "exe.jpg".
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _one_path_component(name: str) -> str:
    # One spelling for one name: macOS takes 한글 apart into its letters, and others do not.
    name = unicodedata.normalize("NFC", name)
    if any(unicodedata.category(character) in _UNSEEN for character in name):
        raise ValueError("must not hold control characters or characters that nobody sees")
    if "\ufffd" in name:
        raise ValueError("must be text in UTF-8")  # this character stands where bytes were that are none
    if "/" in name or "\\" in name or ".." in name:
        raise ValueError("must be the name of a file, without a path: no /, no \\ and no ..")
    if name.startswith("."):
        raise ValueError("must not begin with a dot")
    return name


FileName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True),
    AfterValidator(_one_path_component),
    Field(description="The name of a file, without a path.", examples=["banner.png"]),
]
"""What a file is called: one component of a path, at most 120 characters."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest, in lower-case hexadecimal digits."""

_PART = "[a-z0-9][a-z0-9!#$&^_.+-]*"
MediaType = Annotated[str, StringConstraints(pattern=f"^{_PART}/{_PART}$", max_length=100)]
"""A media type without parameters, such as `image/png`."""

_NAME, _MEDIA_TYPE = TypeAdapter(FileName), TypeAdapter(MediaType)


def check_name(name: str) -> str:
    """`name` as the archive keeps it. Raises Invalid, naming `name`, where a file may not be called that."""
    return checked(_NAME, name, field="name")


def check_media_type(content_type: str) -> str:
    """`content_type` itself. Raises Invalid, naming `content_type`, where it is no media type."""
    return checked(_MEDIA_TYPE, content_type, field="content_type")


class FileRecord(BaseModel):
    """A file. `size` is in bytes; `address` is the path at which its content is read. Neither ever changes."""

    id: UUID
    name: str
    size: int
    sha256: str
    content_type: str
    created_at: AwareDatetime
    address: str


class UnknownFile(NotFound):
    """There is no such file."""

    title = "There is no such file"


class EmptyFile(Invalid):
    """There is nothing in the file."""

    title = "The file is empty"


class WrongChecksum(Invalid):
    """What arrived is not what was sent."""

    title = "The content does not have that checksum"


class CutOff(BadRequest):
    """The connection ended before the file did."""

    title = "The upload was cut off"


class LostContent(Unavailable):
    """The file is known, and its content is not where this process looks for it."""

    title = "The content of this file cannot be found at the moment"


class Archive(Protocol):
    """The archive service, wherever it runs."""

    def upload(self, *, file_id: UUID, name: str, content: bytes, content_type: str = OCTETS) -> FileRecord:
        """Keep a file under an id of your choice, once however often it is called.

        Raises Invalid, naming `name` or `content_type`; EmptyFile; TooLarge; KeyReused where that id belongs to
        other content.
        """
        ...

    def get_file(self, *, file_id: UUID) -> FileRecord:
        """What is known of a file. Raises UnknownFile."""
        ...

    def download(self, *, file_id: UUID) -> bytes:
        """The content of a file. Raises UnknownFile; Unavailable where it cannot be read just now."""
        ...


class HttpArchive(HttpClient, contract=Archive):
    """The archive service over HTTP."""

    def upload(self, *, file_id: UUID, name: str, content: bytes, content_type: str = OCTETS) -> FileRecord:
        return self._repeat(
            "PUT",
            f"/files/{file_id}",
            FileRecord,
            params={"name": check_name(name)},
            headers={"Content-Type": check_media_type(content_type)},
            content=content,
        )

    def get_file(self, *, file_id: UUID) -> FileRecord:
        return self._get(f"/files/{file_id}", FileRecord)

    def download(self, *, file_id: UUID) -> bytes:
        return self._get_bytes(f"/files/{file_id}/content")

"""The tests that every client of the archive contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID, uuid4

import pytest
from django.conf import settings

from {{ cookiecutter.namespace }}.contracts.archive import OCTETS, Archive, EmptyFile, FileRecord, UnknownFile, check_media_type, check_name
from {{ cookiecutter.namespace }}.kit.problems import Invalid, KeyReused, TooLarge

BANNER = b"\x89PNG\r\n\x1a\n not a picture, but bytes that no text would hold: \x00\xff"

BAD_NAMES = [
    "",
    "a/b.png",
    "../../etc/passwd",
    "..",
    "a\\b.png",
    "a..png",
    ".htaccess",
    "a\0.png",
    "a\n.png",
    "gpj\u202e.exe",
    "x" * 121,
]


class ArchiveContract:
    """Subclass it with a fixture `client` of an archive without files."""

    def test_a_file_comes_back_as_it_was_sent(self, client: Archive) -> None:
        file_id = uuid4()

        kept = client.upload(file_id=file_id, name="배너.png", content=BANNER, content_type="image/png")

        assert (kept.id, kept.name, kept.content_type) == (file_id, "배너.png", "image/png")
        assert (kept.size, kept.sha256) == (len(BANNER), sha256(BANNER).hexdigest())
        assert kept.address == f"/api/archive/files/{file_id}/content"
        assert client.get_file(file_id=file_id) == kept
        assert client.download(file_id=file_id) == BANNER

    def test_an_unknown_file_is_refused(self, client: Archive) -> None:
        with pytest.raises(UnknownFile):
            client.get_file(file_id=uuid4())
        with pytest.raises(UnknownFile):
            client.download(file_id=uuid4())

    def test_a_file_that_is_sent_again_is_the_same_one(self, client: Archive) -> None:
        file_id = uuid4()
        first = client.upload(file_id=file_id, name="banner.png", content=BANNER)

        assert client.upload(file_id=file_id, name="banner.png", content=BANNER) == first

    def test_an_id_with_other_content_is_refused(self, client: Archive) -> None:
        file_id = uuid4()
        client.upload(file_id=file_id, name="banner.png", content=BANNER)

        with pytest.raises(KeyReused):
            client.upload(file_id=file_id, name="banner.png", content=BANNER + b"!")

        assert client.download(file_id=file_id) == BANNER

    @pytest.mark.parametrize("name", BAD_NAMES)
    def test_a_name_that_is_no_files_is_named(self, client: Archive, name: str) -> None:
        file_id = uuid4()

        with pytest.raises(Invalid) as refused:
            client.upload(file_id=file_id, name=name, content=BANNER)

        assert refused.value.members["errors"][0]["field"] == "name"
        with pytest.raises(UnknownFile):
            client.get_file(file_id=file_id)

    def test_a_media_type_that_is_none_is_named(self, client: Archive) -> None:
        with pytest.raises(Invalid) as refused:
            client.upload(file_id=uuid4(), name="banner.png", content=BANNER, content_type="picture\r\nX: y")

        assert refused.value.members["errors"][0]["field"] == "content_type"

    def test_an_empty_file_is_refused(self, client: Archive) -> None:
        with pytest.raises(EmptyFile):
            client.upload(file_id=uuid4(), name="banner.png", content=b"")

    def test_a_file_may_have_so_many_bytes_and_not_one_more(self, client: Archive, settings: object) -> None:
        settings.ARCHIVE_MAX_BYTES = 100  # type: ignore[attr-defined]  # pytest-django's fixture
        client.upload(file_id=uuid4(), name="just.bin", content=b"x" * 100)

        with pytest.raises(TooLarge):
            client.upload(file_id=uuid4(), name="over.bin", content=b"x" * 101)


class StandInArchive:
    """The archive service from memory."""

    def __init__(self) -> None:
        self.files: dict[UUID, tuple[FileRecord, bytes]] = {}

    def upload(self, *, file_id: UUID, name: str, content: bytes, content_type: str = OCTETS) -> FileRecord:
        record = FileRecord(
            id=file_id,
            name=check_name(name),
            size=len(content),
            sha256=sha256(content).hexdigest(),
            content_type=check_media_type(content_type),
            created_at=datetime.now(UTC),
            address=f"/api/archive/files/{file_id}/content",
        )
        if not content:
            raise EmptyFile
        if len(content) > settings.ARCHIVE_MAX_BYTES:
            raise TooLarge
        kept, _ = self.files.setdefault(file_id, (record, content))
        if kept.sha256 != record.sha256:
            raise KeyReused
        return kept

    def get_file(self, *, file_id: UUID) -> FileRecord:
        if file_id not in self.files:
            raise UnknownFile
        return self.files[file_id][0]

    def download(self, *, file_id: UUID) -> bytes:
        self.get_file(file_id=file_id)
        return self.files[file_id][1]

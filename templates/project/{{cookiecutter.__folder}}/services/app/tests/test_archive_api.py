import io
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client, RequestFactory

from {{ cookiecutter.namespace }}.service.archive.models import File

pytestmark = pytest.mark.django_db

CONTENT = b"twelve bytes"


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def put(client: Client, headers: Any, query: str = "name=a.bin", content: bytes = CONTENT, **more: Any) -> Any:
    more.setdefault("content_type", "image/png")
    return client.put(f"/api/archive/files/{uuid4()}?{query}", content, headers=headers, **more)


def raw(headers: dict[str, str], body: Any, **environ: Any) -> int:
    """The status of a PUT whose body is read from `body`, as a server would hand it over."""
    statuses: list[str] = []
    request = RequestFactory().generic(
        "PUT", f"/api/archive/files/{uuid4()}?name=a.bin", b"", headers={**headers, "Host": "localhost"}
    )
    answer = get_wsgi_application()(
        {**request.environ, "wsgi.input": body, **environ}, lambda status, headers: statuses.append(status)
    )
    answer.close()
    return int(statuses[0].split()[0])


@pytest.fixture
def in_this_connection() -> Any:
    """A request that is handed over by hand closes no connection, as with Django's own test client."""
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_a_file_is_kept_with_size_and_checksum(client: Client, basic: Any) -> None:
    answer = put(client, basic, f"name=a.png&sha256={sha256(CONTENT).hexdigest()}")

    assert answer.status_code == 200
    assert answer.json() | {"size": 12, "sha256": sha256(CONTENT).hexdigest(), "name": "a.png"} == answer.json()


def test_only_services_keep_files_and_list_them(client: Client, basic: Any, bearer: Any, media: Path) -> None:
    assert put(client, {}).status_code == 401
    assert put(client, bearer(uuid4())).status_code == 403
    assert client.get("/api/archive/files").status_code == 401
    assert client.get("/api/archive/files", headers=bearer(uuid4())).status_code == 403
    assert files_in(media) == []


def test_everyone_reads_a_file(client: Client, file_id: UUID) -> None:
    answer = client.get(f"/api/archive/files/{file_id}/content")

    assert b"".join(answer.streaming_content) == CONTENT
    assert answer["Content-Length"] == "12"
    assert client.get(f"/api/archive/files/{file_id}").json()["address"] == f"/api/archive/files/{file_id}/content"


def test_no_browser_runs_what_somebody_uploaded(client: Client, basic: Any) -> None:
    kept = put(client, basic, "name=page.html", b"<script>alert(1)</script>", content_type="text/html").json()

    answer = client.get(kept["address"])

    assert answer["Content-Disposition"] == 'attachment; filename="page.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_name_in_korean_comes_back(client: Client, file_id: UUID) -> None:
    answer = client.get(f"/api/archive/files/{file_id}/content")

    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%EB%B0%B0%EB%84%88.png"


def test_who_has_the_file_already_is_not_sent_it_again(client: Client, file_id: UUID) -> None:
    address = f"/api/archive/files/{file_id}/content"
    etag = client.get(address)["ETag"]

    assert etag == f'"{sha256(CONTENT).hexdigest()}"'
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_content_that_is_not_on_this_machine_is_a_503(client: Client, file_id: UUID, media: Path) -> None:
    [path] = files_in(media)
    path.unlink()

    answer = client.get(f"/api/archive/files/{file_id}/content")

    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:problem:lost-content"


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "a%2Fb", "a%5Cb", "..", ".htaccess", "a%00b", "a%0Ab", "x" * 121, "%ff%fe"]
)
def test_a_name_that_is_no_files_is_named(client: Client, basic: Any, media: Path, name: str) -> None:
    answer = put(client, basic, f"name={name}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "name"
    assert files_in(media) == []


def test_a_checksum_that_is_wrong_is_named(client: Client, basic: Any, media: Path) -> None:
    for digest in ("0" * 64, "nonsense", "%00"):
        answer = put(client, basic, f"name=a.bin&sha256={digest}")

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "sha256"
    assert files_in(media) == []


@pytest.mark.parametrize(
    ("said", "name", "kept"),
    [
        ("image/png", "a.bin", "image/png"),
        ("text/plain; charset=utf-8", "a.bin", "text/plain"),
        ("", "a.png", "image/png"),
        ("", "a.unheard-of", "application/octet-stream"),
        ("application/x-www-form-urlencoded", "a.zip", "application/zip"),
    ],
)
def test_the_media_type_is_what_was_said_or_else_what_the_name_ends_like(
    client: Client, basic: Any, said: str, name: str, kept: str
) -> None:
    assert put(client, basic, f"name={name}", content_type=said).json()["content_type"] == kept


@pytest.mark.parametrize(("said", "status"), [("multipart/form-data; boundary=x", 415), ("nonsense", 422)])
def test_a_media_type_that_is_no_files_is_refused(client: Client, basic: Any, said: str, status: int) -> None:
    assert put(client, basic, content_type=said).status_code == status


def test_an_empty_file_is_refused(client: Client, basic: Any) -> None:
    answer = put(client, basic, content=b"")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "body"


def test_a_file_that_says_it_is_too_large_is_refused_unread(
    basic: Any, settings: Any, in_this_connection: None, media: Path
) -> None:
    settings.ARCHIVE_MAX_BYTES = 100

    class Unread(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise AssertionError("nobody should read this")

    assert raw(basic, Unread(), CONTENT_LENGTH="101") == 413
    assert not media.exists() or files_in(media) == []


def test_a_half_sent_file_leaves_nothing_behind(basic: Any, in_this_connection: None, media: Path) -> None:
    assert raw(basic, io.BytesIO(CONTENT), CONTENT_LENGTH="500") == 400

    assert files_in(media) == []
    assert not File.objects.exists()


def test_a_connection_that_is_lost_leaves_nothing_behind(basic: Any, in_this_connection: None, media: Path) -> None:
    class Lost(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if piece := super().read(size):
                return piece
            raise ConnectionResetError("connection reset by peer")

    assert raw(basic, Lost(CONTENT), CONTENT_LENGTH="500") == 400

    assert files_in(media) == []
    assert not File.objects.exists()


def test_a_body_without_a_length_is_asked_for_one(basic: Any, in_this_connection: None) -> None:
    body = io.BytesIO(CONTENT)

    assert raw(basic, body, CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked") == 411
    assert body.tell() == 0


def test_a_large_file_is_never_whole_in_memory(basic: Any, in_this_connection: None, settings: Any) -> None:
    size = settings.ARCHIVE_MAX_BYTES

    class Endless(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1) -> bytes:
            self.largest = max(self.largest, size or 0)
            return b"x" * (size or 0)

    body = Endless()

    assert raw(basic, body, CONTENT_LENGTH=str(size)) == 200
    assert body.largest <= 64 * 1024
    assert File.objects.get().size == size


def test_files_are_listed_page_by_page(client: Client, basic: Any) -> None:
    kept = {put(client, basic, content=bytes([number])).json()["id"] for number in range(1, 6)}

    first = client.get("/api/archive/files?limit=3", headers=basic).json()
    second = client.get(f"/api/archive/files?limit=3&after={first['next']}", headers=basic).json()

    assert {file["id"] for file in first["items"] + second["items"]} == kept
    assert (len(first["items"]), len(second["items"]), second["next"]) == (3, 2, None)
